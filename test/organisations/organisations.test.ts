import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Organisations, organisations } from '../../src/capabilities/organisations/index.ts';
import { openCollections } from '../../src/store/collections.ts';
import { ask, codeAt, cookieFrom, type Member, member, openSite, type Site } from '../staff/site.ts';

const DAY_MS = 86_400_000;
const PAGE = '/staff/organisations';

describe('T36, W11: organisations and what they share', () => {
  let site: Site;
  let capability: Organisations;
  let ours: Member;
  let editor: Member;
  /** Administrators of two others. */
  let mediators: Member;
  let checkers: Member;
  beforeAll(async () => {
    site = await openSite(() => capability.staffRoutes, {
      async change(parts, { db }) {
        capability = organisations({ db: db!, staff: parts });
        await openCollections(db!, capability.collections);
        return parts;
      },
    });
    [ours, editor] = [await member(site), await member(site, 'editor')];
    mediators = await member(site, 'admin', 'Fatou', 'mediateurs');
    checkers = await member(site, 'admin', 'Issa', 'verificateurs');
    for (const [name, kind] of [
      ['Médiateurs', 'mediators'],
      ['Vérificateurs', 'checkers'],
    ] as const)
      expect((await post('', { name, kind })).status).toBe(303);
  });
  beforeEach(async () => {
    site.audited.length = 0;
    await site.connection.collection('sharing_agreements').deleteMany({});
  });
  afterAll(() => site.close());

  const post = (path: string, form: Record<string, string>, who = ours) =>
    ask(site, PAGE + path, { cookie: who.cookie, form });
  const pageOf = async (who: Member) => (await ask(site, PAGE, { cookie: who.cookie })).text();
  const day = (days: number) => new Date(site.parts.clock.now() + days * DAY_MS).toISOString().slice(0, 10);
  const give = (change: Record<string, string> = {}, who = ours) =>
    post(
      '/sharing',
      { direction: 'give', other: 'mediateurs', records: 'events', until: day(30), ...change },
      who,
    );
  const AT = '/sharing/benkan/mediateurs/events';
  const agree = (who = mediators, until = day(30)) => post(`${AT}/agree`, { until }, who);
  const end = (who = mediators) => post(`${AT}/end`, {}, who);
  const mayRead = (org = 'mediateurs') => capability.walls.mayRead(org, 'benkan', 'events');
  const actions = () => site.audited.map(({ action, actor, subject }) => `${actor.org} ${action} ${subject}`);

  describe('making one', () => {
    it('its first administrator is made by the link, once, behind its own wall', async () => {
      const made = await post('', { name: '  Cellule du ministère ', kind: 'cell' });
      const page = await made.text();
      const token = /setup\?token=([\w-]{43})</u.exec(page)![1]!;
      expect(actions()).toEqual([
        'benkan organisations.created organisation/cellule-du-ministere',
        'benkan organisations.link_made organisation/cellule-du-ministere',
      ]);
      expect(JSON.stringify(site.audited)).not.toContain(token);
      const cookie = await throughLink(token, 'cheffe@example.org');
      const [account] = await site.parts.accounts.ofOrg('cellule-du-ministere');
      expect(account).toMatchObject({ role: 'admin', org: 'cellule-du-ministere' });
      const theirs = await (await ask(site, PAGE, { cookie })).text();
      expect([
        theirs.includes('Cellule du ministère (la vôtre)'),
        theirs.includes('Nouvelle organisation'),
      ]).toEqual([true, false]);
      expect((await ask(site, `/staff/setup?token=${token}`)).status).toBe(404);
      // Whoever made it cannot let another one in any more.
      expect((await post('/cellule-du-ministere/link', {})).status).toBe(409);
    });

    it('a newer link ends the earlier one; links of two organisations do not meet', async () => {
      const tokenIn = async (answer: Response) => /token=([\w-]{43})</u.exec(await answer.text())![1]!;
      const first = await tokenIn(await post('', { name: 'Première', kind: 'campaign' }));
      const other = await tokenIn(await post('', { name: 'Autre', kind: 'campaign' }));
      const second = await tokenIn(await post('/premiere/link', {}));
      const statusOf = async (token: string) => (await ask(site, `/staff/setup?token=${token}`)).status;
      expect([await statusOf(first), await statusOf(second), await statusOf(other)]).toEqual([404, 200, 200]);
      site.pass(DAY_MS);
      expect(await statusOf(other)).toBe(404);
      site.pass(-DAY_MS);
    });

    it.each([
      ['no name', { name: '', kind: 'cell' }, 400],
      ['one letter', { name: 'X', kind: 'cell' }, 400],
      ['a name that gives no word', { name: 'ߒߞߏ ߒߞߏ', kind: 'cell' }, 400],
      ['turned words', { name: 'Paix \u202Exiap', kind: 'cell' }, 400],
      ['81 characters', { name: 'a'.repeat(81), kind: 'cell' }, 400],
      ['no kind', { name: 'Sans nature' }, 400],
      ['a kind nobody has', { name: 'Autre nature', kind: '__proto__' }, 400],
      ['a name that is taken', { name: 'MEDIATEURS!', kind: 'cell' }, 409],
      ['ours', { name: 'Benkan', kind: 'cell' }, 409],
    ])('%s is refused', async (_what, form: Record<string, string>, status: number) => {
      expect((await post('', form)).status).toBe(status);
      expect(actions()).toEqual([]);
    });

    it('403 for an administrator of another organisation, and for any other role; 404 for one that is not there', async () => {
      const form = { name: 'Encore une', kind: 'cell' };
      for (const who of [mediators, editor]) {
        expect((await post('', form, who)).status).toBe(403);
        expect((await post('/mediateurs/link', {}, who)).status).toBe(403);
      }
      expect((await ask(site, PAGE, { cookie: editor.cookie })).status).toBe(403);
      for (const org of ['nulle-part', 'benkan', '__proto__'])
        expect([org, (await post(`/${org}/link`, {})).status]).toEqual([org, 404]);
    });

    it('what is typed as a name stays text', async () => {
      await post('', { name: '<b>Gras</b> & fils', kind: 'cell' });
      const page = await pageOf(ours);
      expect([page.includes('<b>Gras'), page.includes('&lt;b>Gras&lt;/b> &amp; fils')]).toEqual([
        false,
        true,
      ]);
    });
  });

  describe('sharing', () => {
    it('holds once both sides agreed, until either ends it, and each step is in the audit of who took it', async () => {
      expect(await mayRead()).toBe(false);
      expect((await give()).headers.get('location')).toContain('flash=proposed');
      expect(await mayRead()).toBe(false);
      expect(await pageOf(mediators)).toContain(`${AT}/agree`);
      expect(await pageOf(ours)).not.toContain(`${AT}/agree`);
      expect((await agree()).headers.get('location')).toContain('flash=agreed');
      expect([await mayRead(), await mayRead('verificateurs')]).toEqual([true, false]);
      expect(await capability.walls.ownersFor('mediateurs', 'events')).toEqual(['mediateurs', 'benkan']);
      // One class at a time, and one direction.
      expect(await capability.walls.mayRead('mediateurs', 'benkan', 'updates')).toBe(false);
      expect(await capability.walls.mayRead('benkan', 'mediateurs', 'events')).toBe(false);
      expect((await end(ours)).headers.get('location')).toContain('flash=ended');
      expect(await mayRead()).toBe(false);
      const subject = 'sharing/benkan/mediateurs/events';
      expect(actions()).toEqual([
        `benkan sharing.proposed ${subject}`,
        `mediateurs sharing.agreed ${subject}`,
        `benkan sharing.ended ${subject}`,
      ]);
      expect(site.audited.map(({ detail }) => detail)).toEqual([
        { until: day(30) },
        { until: day(30) },
        { until: day(30) },
      ]);
    });

    it('may be asked for by who wants to read; then the owner agrees', async () => {
      await give({ direction: 'take', other: 'benkan' }, mediators);
      expect((await agree(mediators)).status).toBe(409);
      expect(await mayRead()).toBe(false);
      expect((await agree(ours)).status).toBe(303);
      expect(await mayRead()).toBe(true);
    });

    it('nobody agrees with themselves, to another end, to what was taken back, or twice', async () => {
      await give();
      expect((await agree(ours)).status).toBe(409);
      expect((await agree(mediators, day(31))).status).toBe(409);
      expect((await give()).status).toBe(409);
      await end(ours);
      expect((await agree()).status).toBe(409);
      expect((await end()).status).toBe(409);
      expect(await mayRead()).toBe(false);
      expect((await give()).status).toBe(303);
      const answers = await Promise.all(Array.from({ length: 10 }, () => agree()));
      expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
      expect(await mayRead()).toBe(true);
    });

    it('404 for a third organisation: what two others share is not there', async () => {
      await give();
      expect((await agree(checkers)).status).toBe(404);
      expect((await end(checkers)).status).toBe(404);
      expect(await pageOf(checkers)).not.toContain(AT);
      await agree();
      expect((await end(checkers)).status).toBe(404);
      expect(await mayRead()).toBe(true);
    });

    it('ends by itself after its last day, and may be proposed anew', async () => {
      await give({ until: day(1) });
      await agree(mediators, day(1));
      const last = day(1);
      site.pass(DAY_MS);
      expect([day(0), await mayRead()]).toEqual([last, true]);
      site.pass(DAY_MS);
      expect([await mayRead(), await capability.walls.ownersFor('mediateurs', 'events')]).toEqual([
        false,
        ['mediateurs'],
      ]);
      site.pass(-2 * DAY_MS);
    });

    it.each([
      ['no direction', { direction: '' }],
      ['itself', { other: 'benkan' }],
      ['an organisation that is not there', { other: 'nulle-part' }],
      ['names of citizens', { records: 'inbox' }],
      ['everything', { records: '*' }],
      ['an end that has passed', { until: '2020-01-01' }],
      ['no end', { until: '' }],
      ['a day that is none', { until: '2027-02-29' }],
      ['an end in ten years', { until: '2036-11-21' }],
    ])('400: %s', async (_what, change: Record<string, string>) => {
      expect((await give(change)).status).toBe(400);
      expect(actions()).toEqual([]);
    });
  });

  /** Both steps of the first account, as a browser takes them. @returns its session */
  async function throughLink(token: string, email: string): Promise<string> {
    const who = { email, name: 'Cheffe', password: 'trois girafes mangent du fonio' };
    const page = await (await ask(site, '/staff/setup', { form: { token, ...who } })).text();
    const seed = /class="digits">(.*?)<\/code>/u.exec(page)![1]!.replace(/<\/?span>/gu, '');
    const pending = /name="pending" value="([^"]*)"/u.exec(page)![1]!;
    const code = codeAt(seed, site.parts.clock.now());
    const answer = await ask(site, '/staff/setup/confirm', { form: { token, pending, code } });
    site.pass(30_000);
    return cookieFrom(answer) ?? '';
  }
});
