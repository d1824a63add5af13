import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { delivery } from '../../src/capabilities/delivery/index.ts';
import type { LetterRow, Standing } from '../../src/capabilities/delivery/ports.ts';
import { FIRST_ORG } from '../../src/web/staff/index.ts';
import { ask, type Member, member, openSite, type Site } from '../staff/site.ts';

const buildRow = (n: number, more: Partial<LetterRow> = {}): LetterRow => ({
  ...{ id: String(n).padStart(32, '0'), kind: 'message', channel: 'telegram', code: 'turn_failed' },
  ...{ tries: n, at: Date.UTC(2026, 10, 20, 9), asked: false },
  ...more,
});

describe('T29, W11: the delivery page', () => {
  let site: Site;
  let admin: Member;
  let rows: LetterRow[];
  let standing: Standing;
  beforeAll(async () => {
    const letters = {
      list: async () => rows,
      count: async () => rows.length,
      find: async (id: string) => rows.find((row) => row.id === id),
      async ask(id?: string) {
        rows = rows.map((row) => (id === undefined || row.id === id ? { ...row, asked: true } : row));
        return rows.length;
      },
      async drop(id: string) {
        rows = rows.filter((row) => row.id !== id);
        return true;
      },
    };
    const capability = delivery({
      letters,
      standing: () => standing,
      clock: { now: () => 0 },
      owner: FIRST_ORG,
    });
    site = await openSite(capability.staffRoutes, {
      change: (parts) => ({ ...parts, slots: [capability.staffSlots!] }),
    });
    admin = await member(site, 'admin');
  });
  beforeEach(() => {
    site.pass(1000);
    site.audited.length = 0;
    rows = [buildRow(1), buildRow(2, { kind: 'effect', what: 'surveys.answer', asked: true })];
    standing = { count: 0, level: 'below' };
  });
  afterAll(() => site.close());

  const get = async (path = '', who = admin) =>
    (await ask(site, `/staff/delivery${path}`, { cookie: who.cookie })).text();
  const post = (path: string, who = admin) =>
    ask(site, `/staff/delivery${path}`, { cookie: who.cookie, form: {} });
  const did = () => site.audited.map(({ action, subject }) => `${action} ${subject}`);

  it('lists letters without what they say: when, what, where, why, how often', async () => {
    const page = await get();
    for (const words of ['20 nov. 2026', 'Message reçu', 'telegram', 'turn_failed', 'surveys.answer'])
      expect(page).toContain(words);
    expect(page).toContain('Sera rejoué dans quelques secondes');
    expect(page.match(/\/replay"/g)).toHaveLength(2);
  });

  it('replays one, or all, and writes it into the audit', async () => {
    const { status, headers } = await post(`/letters/${rows[0]!.id}/replay`);
    expect([status, headers.get('location')]).toEqual([303, expect.stringMatching(/^\/staff\/delivery\?/)]);
    expect(rows[0]!.asked).toBe(true);
    await post('/replay');
    expect(did()).toEqual([`letters.replayed letter/${rows[0]!.id}`, 'letters.replayed letter/all']);
  });

  it('drops one after asking once more, and writes it into the audit', async () => {
    const [{ id }] = rows as [LetterRow];
    const page = await get(`/letters/${id}`);
    expect(page).toContain('Supprimer pour de bon');
    expect(rows).toHaveLength(2);
    await post(`/letters/${id}/drop`);
    expect(rows.map((row) => row.id)).not.toContain(id);
    expect(did()).toEqual([`letters.dropped letter/${id}`]);
  });

  it.each(['/letters/nothing', `/letters/${'f'.repeat(32)}`])('404: %s is no letter', async (path) => {
    expect((await ask(site, `/staff/delivery${path}`, { cookie: admin.cookie })).status).toBe(404);
    for (const act of ['replay', 'drop']) expect((await post(`${path}/${act}`)).status).toBe(404);
    expect(did()).toEqual([]);
  });

  it('403: whoever is no administrator', async () => {
    const editor = await member(site, 'editor');
    expect((await post('/replay', editor)).status).toBe(403);
    expect((await ask(site, '/staff/delivery', { cookie: editor.cookie })).status).toBe(403);
    expect(rows.filter(({ asked }) => asked)).toHaveLength(1);
  });

  it('T36: another organisation finds none, and nothing of the month', async () => {
    const other = await member(site, 'admin', 'Binta', 'ailleurs');
    standing = { count: 10, most: 10, level: 'reached' };
    const page = await get('', other);
    expect(page).toContain('Rien n’est mis de côté');
    expect(page).not.toContain('plafond');
    expect((await post(`/letters/${rows[0]!.id}/drop`, other)).status).toBe(404);
    expect(rows).toHaveLength(2);
  });

  it('C3: says on every page when the month’s ceiling is near, and when it is reached', async () => {
    expect(await get()).not.toContain('plafond');
    standing = { count: 8100, most: 10_000, level: 'near' };
    expect(await get()).toMatch(/8\s100 messages payés ce mois-ci sur 10\s000/u);
    standing = { count: 10_000, most: 10_000, level: 'reached' };
    expect(await get()).toMatch(/le plafond de 10\s000 messages payés est atteint/u);
  });
});
