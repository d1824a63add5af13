import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { whatsapp, type WhatsappLink } from '../../src/capabilities/whatsapp/index.ts';
import { refusal } from '../../src/domain/faults.ts';
import { ask, type Member, member, openSite, type Site } from '../staff/site.ts';

type State = ReturnType<WhatsappLink['link']>;

let site: Site;
let admin: Member;
let state: State | undefined;
let pairs = 0;
let refuses = false;
const link: WhatsappLink = {
  link: () => state!,
  async pairAgain() {
    if (refuses) throw refusal('whatsapp_linked', 'WhatsApp is linked; there is nothing to pair.');
    pairs += 1;
    state = { state: 'starting' };
  },
};

beforeAll(async () => {
  const { staffRoutes, staffSlots } = whatsapp({ link: () => (state === undefined ? undefined : link) });
  site = await openSite(staffRoutes, { change: (parts) => ({ ...parts, slots: [staffSlots!] }) });
  admin = await member(site, 'admin');
});
afterAll(() => site.close());
beforeEach(() => {
  state = undefined;
  refuses = false;
});

const look = async (path = '/staff/whatsapp', who = admin) => {
  const answer = await ask(site, path, { cookie: who.cookie });
  return { status: answer.status, again: answer.headers.get('refresh'), body: await answer.text() };
};
const press = (who = admin) =>
  ask(site, '/staff/whatsapp/pair-again', { method: 'POST', cookie: who.cookie, form: {} });

describe('C2: the page on which the campaign’s phone is linked', () => {
  it.each<[State | undefined, string, string | null]>([
    [undefined, 'WHATSAPP_DRIVER=web', null],
    [{ state: 'no_chromium' }, 'apt-get install chromium', '5'],
    [{ state: 'starting' }, 'Démarrage', '5'],
    [{ state: 'waiting', qr: 'code,a,b' }, 'data:image/svg+xml', '5'],
    [{ state: 'pairing' }, 'Liaison en cours', '5'],
    [{ state: 'ready', account: '22370000000' }, '+22370000000', null],
    [{ state: 'unlinked', why: 'logged_out' }, 'Relier de nouveau', null],
    [{ state: 'unlinked', why: 'banned' }, 'WhatsApp a fermé ce numéro', null],
    [{ state: 'away', code: 'no_sandbox', afterMs: 4_000 }, 'CHROMIUM_ARGS=--no-sandbox', '5'],
    [{ state: 'away', code: 'ready_lost', afterMs: 4_000 }, 'ready_lost', '5'],
  ])('says %j', async (is, words, again) => {
    state = is;
    const seen = await look();
    expect([seen.status, seen.again]).toEqual([200, again]);
    expect(seen.body).toContain(words);
    expect(seen.body.includes('pair-again')).toBe(is?.state === 'unlinked');
  });

  it('T20: is an administrator’s alone: whoever sees the code can put another number in its place', async () => {
    state = { state: 'waiting', qr: 'code,a,b' };
    for (const role of ['editor', 'organiser', 'viewer'] as const) {
      const other = await member(site, role);
      expect((await look('/staff/whatsapp', other)).status).toBe(403);
      state = { state: 'unlinked', why: 'logged_out' };
      expect((await press(other)).status).toBe(403);
    }
    expect(pairs).toBe(0);
  });

  it('T22: pairs again at the press of its button, once, and it is recorded', async () => {
    state = { state: 'unlinked', why: 'logged_out' };
    const answer = await press();
    expect([answer.status, answer.headers.get('location'), pairs]).toEqual([303, '/staff/whatsapp', 1]);
    expect(site.audited.at(-1)).toMatchObject({ action: 'whatsapp.paired_again' });
    const again = await press();
    expect(again.status).toBe(303);
    expect(pairs).toBe(1);
    expect((await look(again.headers.get('location')!)).body).toContain('Il n’y a rien à relier');
  });

  it('two administrators at once: the second one is told', async () => {
    state = { state: 'unlinked', why: 'banned' };
    refuses = true;
    expect((await press()).headers.get('location')).toContain('flash=whatsapp_linked');
  });

  it('every page of an administrator says when only a person can mend it', async () => {
    const viewer = await member(site, 'viewer');
    for (const is of [{ state: 'unlinked', why: 'logged_out' }, { state: 'no_chromium' }] as const) {
      state = is;
      expect((await look('/staff')).body).toContain('Voir la liaison WhatsApp');
      expect((await look('/staff', viewer)).body).not.toContain('Voir la liaison WhatsApp');
    }
    state = { state: 'away', code: 'ended', afterMs: 1_000 };
    expect((await look('/staff')).body).not.toContain('Voir la liaison WhatsApp');
  });
});
