import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayOf } from '../../src/domain/clock.ts';
import { unavailable } from '../../src/domain/faults.ts';
import { LOOK_MS, revealRefusal, type StaffRoute, wordsPlace } from '../../src/web/staff/index.ts';
import { ask, cookieFrom, type Member, member, openSite, signIn, type Site } from './site.ts';

const roles = ['organiser'] as const;
const DAY_MS = 86_400_000;
/** A hundred requests on a busy machine. */
const LONG_MS = 600_000;

const routes: StaffRoute[] = [
  {
    ...{ method: 'get', path: '/people/:person', roles, reveals: true },
    async render({ params, revealed }) {
      const seen = await revealed(`person/${params['person'] ?? ''}`);
      return { kind: 'json', status: 200, body: seen ? 'Kadi' : '•••••' };
    },
  },
  {
    ...{ method: 'post', path: '/people/:person', roles, reveals: true },
    async act({ params, form, frame, reveal }) {
      try {
        await reveal({ ...form, subject: `person/${params['person'] ?? ''}` });
      } catch (cause) {
        const { status, words } = revealRefusal(cause, frame.lang);
        return { kind: 'json', status, body: words };
      }
      return { kind: 'json', status: 200, body: 'open' };
    },
  },
  {
    ...{ method: 'post', path: '/quietly/:person', roles },
    async act({ reveal }) {
      await reveal({ subject: 'person/1', reason: 'appel' });
      return { kind: 'json', status: 200, body: 'open' };
    },
  },
];

/** Made once: a session each costs more than all of them. */
const NO_REASONS: readonly [string, Record<string, string>][] = [
  ['no reason', {}],
  ['none of the list', { reason: 'curiosité' }],
  ['__proto__', { reason: '__proto__' }],
  ['another one, unsaid', { reason: 'autre' }],
  ['too few words', { reason: 'autre', words: 'parce que' }],
  ['no words at all', { reason: 'autre', words: 'aaaaaaaaaaaaaaaaaaaa' }],
  ['spaces', { reason: 'autre', words: ' '.repeat(40) }],
  ['digits', { reason: 'autre', words: '1234567890123' }],
  ['turned words', { reason: 'autre', words: 'rappeler \u202Ela personne' }],
  ['a story', { reason: 'autre', words: 'la personne '.repeat(20) }],
];

describe('T23: what is masked is shown for a reason, twenty times a day, and each look is recorded', () => {
  let site: Site;
  let awa: Member;
  let viewer: Member;
  beforeAll(async () => {
    site = await openSite(routes);
  });
  beforeEach(() => {
    site.pass(DAY_MS / 2);
    site.audited.length = 0;
  });
  afterAll(() => site.close());

  /** The clock passes more than a session's age between two tests. */
  const fresh = async (role = 'organiser') => member(site, role);
  const get = async (person: string, who: Member) =>
    (await ask(site, `/staff/people/${person}`, { cookie: who.cookie })).json() as Promise<string>;
  const post = (person: string, who: Member, form: Record<string, string> = { reason: 'appel' }) =>
    ask(site, `/staff/people/${person}`, { cookie: who.cookie, form });
  const looks = () => site.audited.filter(({ action }) => action === 'staff.revealed');

  it('masked until then; loading the page again, and asking again, is the same look', async () => {
    awa = await fresh();
    expect(await get('p1', awa)).toBe('•••••');
    for (let again = 0; again < 3; again += 1) expect((await post('p1', awa)).status).toBe(200);
    expect([await get('p1', awa), await get('p1', awa), await get('p2', awa)]).toEqual([
      'Kadi',
      'Kadi',
      '•••••',
    ]);
    expect(looks()).toMatchObject([{ subject: 'person/p1', detail: { reason: 'appel' } }]);
    site.pass(LOOK_MS);
    expect(await get('p1', awa)).toBe('•••••');
    await post('p1', awa);
    expect(looks()).toHaveLength(2);
  });

  it(
    'of fifty at once twenty are shown and recorded, the others are refused with 429 in words',
    async () => {
      awa = await fresh();
      const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => post(`q${String(n)}`, awa)));
      const counted = (status: number) => answers.filter((answer) => answer.status === status).length;
      expect([counted(200), counted(429), looks().length]).toEqual([20, 30, 20]);
      const refused = answers.find(({ status }) => status === 429)!;
      expect(await refused.json()).toContain('20 identités');
      const account = looks()[0]!.actor.id;
      const at = { account, day: dayOf(site.parts.clock.now()), now: site.parts.clock.now() };
      const open = await Promise.all(
        answers.map((_, n) => site.parts.reveals.isOpen({ ...at, subject: `person/q${String(n)}` })),
      );
      expect(open.filter(Boolean)).toHaveLength(20);
      // Another account has a share of its own, and everybody a new one the next day.
      expect((await post('q0', await fresh())).status).toBe(200);
      site.pass(DAY_MS);
      expect((await post('q0', await again(awa))).status).toBe(200);
    },
    LONG_MS,
  );

  it(
    'fifty at once for one and the same person are one of the twenty',
    async () => {
      awa = await fresh();
      const answers = await Promise.all(Array.from({ length: 50 }, () => post('one', awa)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      for (let n = 0; n < 19; n += 1) expect((await post(`r${String(n)}`, awa)).status).toBe(200);
      expect((await post('r19', awa)).status).toBe(429);
    },
    LONG_MS,
  );

  it('400 without a reason that says something', async () => {
    awa = await fresh();
    for (const [what, form] of NO_REASONS)
      expect([what, (await post('p1', awa, form)).status]).toEqual([what, 400]);
    expect([await get('p1', awa), looks()]).toEqual(['•••••', []]);
  });

  it('the words of another reason are kept sealed, apart from the record', async () => {
    awa = await fresh();
    const words = 'Rendre le téléphone trouvé au stade';
    expect((await post('p1', awa, { reason: 'autre', words })).status).toBe(200);
    const look = String(looks()[0]!.detail!['look']);
    expect(JSON.stringify(site.audited)).not.toContain('stade');
    const stored = await site.connection.collection('staff_reveal_words').find().toArray();
    expect(JSON.stringify(stored)).not.toContain('stade');
    const { reveals, sealer } = site.parts;
    expect(sealer.open((await reveals.wordsOf(look, 'benkan'))!, wordsPlace(look))).toBe(words);
    expect(await reveals.wordsOf(look, 'mediateurs')).toBeUndefined();
  });

  it('503: without its record nothing is shown, neither then nor later', async () => {
    awa = await fresh();
    const record = site.parts.audit.record.bind(site.parts.audit);
    site.parts.audit.record = () => Promise.reject(unavailable('store_unavailable', 'x'));
    expect((await post('p1', awa)).status).toBe(503);
    site.parts.audit.record = record;
    expect(await get('p1', awa)).toBe('•••••');
    expect((await post('p1', awa)).status).toBe(200);
    expect([await get('p1', awa), looks().length]).toEqual(['Kadi', 1]);
  });

  it('403 for a role that may not, which is recorded; 500 for a route that uncovers without saying so', async () => {
    [awa, viewer] = [await fresh(), await fresh('viewer')];
    site.audited.length = 0;
    expect((await post('p1', viewer)).status).toBe(403);
    expect(site.audited).toMatchObject([{ action: 'staff.look_refused', subject: 'page/people/p1' }]);
    expect((await ask(site, '/staff/quietly/p1', { cookie: awa.cookie, form: {} })).status).toBe(500);
  });

  /** The same account, signed in anew. */
  async function again(who: Member): Promise<Member> {
    return { ...who, cookie: cookieFrom(await signIn(site, who)) ?? '' };
  }
});
