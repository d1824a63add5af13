import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { audit, type AuditLedger, openLedger } from '../../src/capabilities/audit/index.ts';
import { wordsPlace } from '../../src/web/staff/index.ts';
import { ask, type Member, member, openSite, type Site } from '../staff/site.ts';

describe('T22, W11: the audit page', () => {
  let site: Site;
  let ledger: AuditLedger;
  let admin: Member;
  let viewer: Member;
  beforeAll(async () => {
    site = await openSite((staff) => audit({ ledger, staff }).staffRoutes, {
      async change(parts, { db }) {
        ledger = await openLedger({ ...parts, db: db! });
        await ledger.begin();
        return { ...parts, audit: ledger };
      },
    });
    admin = await member(site, 'admin', 'Awa <b>Diarra</b>');
    viewer = await member(site, 'viewer', 'Binta');
  });
  beforeEach(() => site.pass(1000));
  afterAll(() => site.close());

  const get = async (query = '') =>
    (await ask(site, `/staff/audit${query}`, { cookie: admin.cookie })).text();
  const entries = (page: string) => page.match(/<time /g)?.length ?? 0;

  it('shows who did what, newest first, by name and as words', async () => {
    const page = await get();
    expect(page.indexOf('Binta</strong> · Connexion')).toBeGreaterThan(0);
    expect(page.indexOf('Binta</strong> · Connexion')).toBeLessThan(
      page.indexOf('Diarra&lt;/b></strong> · Connexion'),
    );
    expect(page).toContain('Ligne de commande</strong> · Compte créé');
    expect(page).not.toContain('<b>Diarra');
    expect(page).not.toMatch(/ style=|<script| on[a-z]+="/u);
  });

  it('is filtered by the address, and what is no filter is left out', async () => {
    const [one] = await ledger.search({ org: 'benkan', action: 'staff.signed_in' }, 1);
    expect(entries(await get('?action=staff.signed_in'))).toBe(2);
    expect(entries(await get(`?action=staff.signed_in&actor=${one!.actor.id}`))).toBe(1);
    expect(entries(await get(`?subject=${encodeURIComponent(one!.subject)}`))).toBe(2);
    expect(entries(await get('?day=2026-11-21'))).toBe(4);
    expect(entries(await get('?day=2026-11-20'))).toBe(0);
    const lines = (await get('?action=staff.signed_in&format=csv')).trim().split('\r\n');
    expect(lines.map((line) => line.split(',').length >= 6 && line.includes('Connexion'))).toEqual([
      ...[false, true, true],
    ]);
    const all = entries(await get());
    for (const odd of [
      '?actor[$ne]=x',
      '?day=31/02',
      '?before=-1',
      '?before=1e999',
      '?subject=%00',
      '?sort=x&limit=1e9',
      '?before=1&before=2',
    ])
      expect([odd, [all, 1, 0].includes(entries(await get(odd)))]).toEqual([odd, true]);
    expect(await get('?day=2026-11-20')).toContain('Rien ne correspond');
  });

  it('is paged: each record once, the address keeps the filter', async () => {
    const actor = { id: 'p1', role: 'editor', org: 'benkan' } as const;
    for (let n = 0; n < 120; n += 1)
      await ledger.record({ actor, action: 'updates.published', subject: `update/U-${String(n)}` });
    const seen: string[] = [];
    let next: string | undefined = '?action=updates.published';
    while (next !== undefined) {
      const page: string = await get(next);
      seen.push(...[...page.matchAll(/>(update\/U-\d+)</g)].map(([, subject]) => subject!));
      next = /href="\/staff\/audit(\?[^"]*before=\d+)">Plus anciens/
        .exec(page)?.[1]
        ?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect(seen[0]).toBe('update/U-119');
  });

  it('T36: another organisation sees its own only', async () => {
    const stranger = await member(site, 'admin', 'Fatou', 'mediateurs');
    const page = await (await ask(site, '/staff/audit', { cookie: stranger.cookie })).text();
    expect(entries(page)).toBe(2);
    expect(page).not.toContain('Binta');
    expect(await get()).not.toContain('Fatou');
  });

  it('T23: a reason in words is read on a page of its own, and by nobody else', async () => {
    const { sealer, reveals } = site.parts;
    const look = 'l'.repeat(16);
    const words = sealer.seal('Rendre un <téléphone>', wordsPlace(look));
    await reveals.keepWords({ id: look, org: 'benkan', day: '2026-11-21', words });
    const actor = { id: 'p1', role: 'organiser', org: 'benkan' } as const;
    const detail = { reason: 'autre', look };
    await ledger.record({ actor, action: 'staff.revealed', subject: 'event/e1/ticket/4', detail });
    const list = await get('?action=staff.revealed');
    expect([list.includes('téléphone'), list.includes(`href="/staff/audit/reasons/${look}"`)]).toEqual([
      false,
      true,
    ]);
    const read = (who: Member, id = look) => ask(site, `/staff/audit/reasons/${id}`, { cookie: who.cookie });
    expect(await (await read(admin)).text()).toContain('Rendre un &lt;téléphone>');
    expect((await ledger.search({ org: 'benkan' }, 1))[0]).toMatchObject({
      ...{ action: 'staff.looked', subject: `page/audit/reasons/${look}` },
    });
    const other = await member(site, 'admin', 'Ina', 'verificateurs');
    expect([(await read(other)).status, (await read(admin, 'x')).status]).toEqual([404, 404]);
  });

  it('403: nobody but an administrator, for the page and for the check', async () => {
    expect((await ask(site, '/staff/audit', { cookie: viewer.cookie })).status).toBe(403);
    expect((await ask(site, '/staff/audit/verify', { form: {}, cookie: viewer.cookie })).status).toBe(403);
  });

  it('says that the chain holds, and after a tampering which record does not', async () => {
    const verify = async () =>
      (await ask(site, '/staff/audit/verify', { form: {}, cookie: admin.cookie })).text();
    expect(await verify()).toContain('La chaîne est intacte');
    expect((await ledger.search({ org: 'benkan' }, 1))[0]).toMatchObject({ action: 'audit.verified' });
    await site.connection
      .collection('audit')
      .updateOne({ _id: 3 as never }, { $set: { 'actor.id': 'nobody' } });
    expect(await verify()).toContain('rompue à l’enregistrement n° 3 : il a été modifié');
  });
});
