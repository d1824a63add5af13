import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiRoute } from '../../src/web/api/index.ts';
import { createStaff, resetStaff } from '../../src/web/staff/index.ts';
import { z } from 'zod';
import { type SoftKey, softKey } from './authenticator.ts';
import { ask, cookieFrom, type Member, member, openSite, type Site, signIn } from './site.ts';
import { enrol, guardedRoutes, hidden, optionsAt, signInByKey } from './with-key.ts';

const DAY = 24 * 60 * 60 * 1000;
const api = [
  apiRoute({
    ...{ method: 'get', path: '/ping', roles: ['admin', 'viewer'], summary: 'Ping' },
    answer: z.string(),
    run: () => 'pong',
  }),
];

describe('T18: security keys', () => {
  let site: Site;
  let who: Member;
  let key: SoftKey;
  beforeAll(async () => {
    site = await openSite(guardedRoutes, { api, behindProxy: true });
    who = await member(site, 'admin', 'Awa Diarra');
    key = await enrol(site, who);
  });
  afterAll(() => site.close());

  const opens = async (cookie: string | undefined) =>
    (await ask(site, '/staff', { cookie: cookie ?? '' })).status === 200;
  const account = (email: string) =>
    site.parts.accounts.byEmail(site.parts.fingerprint('staff-email', email));

  it('one stands for the code: password and key open a session, which says so', async () => {
    const answer = await signInByKey(site, who, key);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/staff']);
    expect(await opens(cookieFrom(answer))).toBe(true);
    expect(site.audited.at(-1)).toMatchObject({ action: 'staff.signed_in', detail: { by: 'key' } });
    const page = await (await ask(site, '/staff/me', { cookie: cookieFrom(answer)! })).text();
    expect(page).toContain('Trousseau');
    expect(page).toContain('avec une clé');
  });

  it('the code goes on opening a session (CONTRACT)', async () => {
    expect((await signIn(site, who)).status).toBe(303);
    site.pass(30_000);
  });

  it('what a key is asked names nobody, and is the same for everyone', async () => {
    const [one, other] = [
      await optionsAt(site, '/staff/sign-in/options'),
      await optionsAt(site, '/staff/sign-in/options'),
    ];
    const { challenge, ...rest } = one.options;
    expect(rest).toEqual({ rpId: 'localhost', timeout: 120_000, userVerification: 'required' });
    expect(other.options.challenge).toHaveLength(challenge.length);
    expect(challenge).not.toBe(other.options.challenge);
  });

  const lies: [string, Parameters<SoftKey['get']>[1]][] = [
    ['another origin', { origin: 'https://evil.example' }],
    ['our name with another port', { origin: 'http://localhost:1' }],
    ['a key of another site', { rpId: 'evil.example' }],
    ['nobody who typed the PIN', { verified: false }],
    ['an answer made for enrolment', { type: 'webauthn.create' }],
    ['a counter that stands still', { counter: 1 }],
    ['a counter that went back to nothing', { counter: 0 }],
  ];
  it.each(lies)('401: %s', async (_what, habits) => {
    const answer = await signInByKey(site, who, key, habits === undefined ? {} : { habits });
    expect(answer.status).toBe(401);
    expect(cookieFrom(answer)).toBeUndefined();
    site.pass(3_600_001);
    // The key counts on from where it was.
    const { options } = await optionsAt(site, '/staff/sign-in/options');
    key.get(options, { counter: 100 + lies.findIndex(([, each]) => each === habits) });
  });

  it('a counter that went back is recorded: two devices have one secret', () => {
    const refused = site.audited.filter(({ action }) => action === 'staff.key_refused');
    expect(refused.map(({ detail }) => detail)).toEqual([{ why: 'counter' }, { why: 'counter' }]);
  });

  it('401: an answer used before, in another browser, after three minutes, or of another purpose', async () => {
    const attempt = (answer: string, cookie: string) =>
      ask(site, '/staff/sign-in', {
        cookie,
        form: { email: who.email, password: who.password, key: answer },
      });
    const first = await optionsAt(site, '/staff/sign-in/options');
    const answer = key.get(first.options);
    const stranger = await optionsAt(site, '/staff/sign-in/options');
    expect((await attempt(answer, stranger.half)).status).toBe(401);
    expect((await attempt(answer, '')).status).toBe(401);
    expect((await attempt(answer, first.half)).status).toBe(303);
    expect((await attempt(answer, first.half)).status).toBe(401);

    const late = await optionsAt(site, '/staff/sign-in/options');
    site.pass(3 * 60_000);
    expect((await attempt(key.get(late.options), late.half)).status).toBe(401);

    const fresh = await signIn(site, who);
    const cookie = cookieFrom(fresh)!;
    const confirm = await optionsAt(site, '/staff/confirm/options', { cookie });
    expect((await attempt(key.get(confirm.options), late.half)).status).toBe(401);
    site.pass(3_600_001);
  });

  it('401: somebody else’s key, one that was never enrolled, and bytes that are no answer', async () => {
    const other = await member(site);
    const theirs = await enrol(site, other);
    for (const foreign of [theirs, softKey(site.url)])
      expect((await signInByKey(site, who, foreign)).status).toBe(401);
    const { half } = await optionsAt(site, '/staff/sign-in/options');
    for (const answer of ['x', '{}', '[]', 'null', '{"id":"a"}', JSON.stringify({ id: 'a'.repeat(5000) })]) {
      site.pass(3_600_001);
      const form = { email: who.email, password: who.password, key: answer };
      expect([answer, (await ask(site, '/staff/sign-in', { cookie: half, form })).status]).toEqual([
        answer,
        401,
      ]);
    }
    site.pass(3_600_001);
  });

  it('401 reads the same for an unknown e-mail, a wrong password and a wrong key; a wrong password spends nothing', async () => {
    const { options, half } = await optionsAt(site, '/staff/sign-in/options');
    const answer = key.get(options);
    const attempt = (form: Record<string, string>) => ask(site, '/staff/sign-in', { cookie: half, form });
    const refused = await Promise.all([
      attempt({ email: 'nobody@example.org', password: who.password, key: answer }),
      attempt({ email: who.email, password: 'entirely wrong words', key: answer }),
      attempt({ email: who.email, password: who.password, key: softKey(site.url).get(options) }),
    ]);
    const texts = await Promise.all(refused.map((each) => each.text()));
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(texts.map((text) => text.replaceAll('nobody@example.org', who.email))).size).toBe(1);
    expect((await attempt({ email: who.email, password: who.password, key: answer })).status).toBe(303);
  });

  it('a dozen concurrent uses of one answer: 1 session', async () => {
    const { options, half } = await optionsAt(site, '/staff/sign-in/options');
    const form = { email: who.email, password: who.password, key: key.get(options) };
    const from = (n: number) => ({ cookie: half, headers: { 'x-forwarded-for': `10.7.0.${String(n)}` } });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => ask(site, '/staff/sign-in', { form, ...from(n) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array<number>(11).fill(401)]);
    site.pass(3_600_001);
  });

  it('400: enrolling without a name, with another session’s question, twice, or without the PIN', async () => {
    const { cookie } = await member(site);
    const other = await member(site);
    const fresh = softKey(site.url);
    const { options } = await optionsAt(site, '/staff/me/keys/options', { cookie });
    const post = (form: Record<string, string>, by = cookie) =>
      ask(site, '/staff/me/keys', { cookie: by, form });
    const statuses = [
      await post({ name: '', key: fresh.create(options) }),
      await post({ name: 'a\u202Eb', key: fresh.create(options) }),
      await post({ name: 'clé', key: fresh.create(options) }, other.cookie),
      await post({ name: 'clé', key: fresh.create(options, { verified: false }) }),
      await post({ name: 'clé', key: fresh.create(options, { origin: 'https://evil.example' }) }),
      await post({ name: 'clé' }),
      await post({ name: 'clé', key: fresh.create(options) }),
      await post({ name: 'clé', key: fresh.create(options) }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 303, 400]);
    const again = await optionsAt(site, '/staff/me/keys/options', { cookie });
    expect((again.options as unknown as { excludeCredentials: unknown[] }).excludeCredentials).toHaveLength(
      1,
    );
    expect((await post({ name: 'clé', key: fresh.create(again.options) })).status).toBe(400);
  });

  it('five at most; one is removed by its owner alone; the last stays where the role owes one (409)', async () => {
    const owner = await member(site);
    for (let n = 1; n <= 5; n += 1) await enrol(site, owner, `clé ${String(n)}`);
    await expect(enrol(site, owner)).rejects.toThrow('400');
    const refs = (await account(owner.email))!.keys!.map(({ ref }) => ref);
    const remove = (ref: string, cookie: string) =>
      ask(site, `/staff/me/keys/${ref}/remove`, { cookie, form: {} });
    const colleague = await member(site);
    expect((await remove(refs[0]!, colleague.cookie)).status).toBe(404);
    for (const ref of refs.slice(1)) expect((await remove(ref, owner.cookie)).status).toBe(303);
    const last = await remove(refs[0]!, owner.cookie);
    expect([last.status, await last.text()]).toEqual([409, expect.stringContaining('votre dernière clé')]);
  });

  it('removing one asks for a key touched within ten minutes', async () => {
    const owner = await member(site);
    await enrol(site, owner);
    const [first] = (await account(owner.email))!.keys!;
    site.pass(10 * 60_000);
    const form = {};
    const asked = await ask(site, `/staff/me/keys/${first!.ref}/remove`, { cookie: owner.cookie, form });
    expect([asked.status, await asked.text()]).toEqual([401, expect.stringContaining('C’est bien vous')]);
    expect((await account(owner.email))!.keys).toHaveLength(1);
  });

  it('a reset clears them: the old key opens nothing', async () => {
    const lost = await member(site, 'verifier');
    const gone = await enrol(site, lost);
    const fresh = await resetStaff(site.parts, { email: lost.email });
    expect((await signInByKey(site, { ...lost, password: fresh.password }, gone)).status).toBe(401);
    expect((await account(lost.email))!.keys).toEqual([]);
    expect((await signIn(site, { email: lost.email, ...fresh })).status).toBe(303);
  });

  it('what is stored tells neither their names nor their credential ids', async () => {
    const [kept] = (await account(who.email))!.keys!;
    expect(kept!.sealed.length).toBeGreaterThan(100);
    const { options } = await optionsAt(site, '/staff/sign-in/options');
    const { id } = JSON.parse(key.get(options)) as { id: string };
    const shown = kept!.sealed.toString('latin1') + kept!.ref;
    for (const secret of ['Trousseau', id, Buffer.from(id, 'base64url').toString('hex').slice(0, 32)])
      expect(shown).not.toContain(secret);
  });

  describe('owed by verifiers and administrators', () => {
    const firstOpened = async (role: string) => {
      const owing = await member(site, role);
      const page = await (await ask(site, '/staff', { cookie: owing.cookie })).text();
      return { ...owing, page };
    };

    it('a week is given, with a notice on every page; other roles owe none', async () => {
      expect((await firstOpened('admin')).page).toContain('Votre rôle demande une clé de sécurité');
      expect((await firstOpened('verifier')).page).toContain('Votre rôle demande une clé de sécurité');
      expect((await firstOpened('viewer')).page).not.toContain('Votre rôle demande une clé');
      const cookie = cookieFrom(await signInByKey(site, who, key))!;
      expect(await (await ask(site, '/staff', { cookie })).text()).not.toContain('Votre rôle demande');
    });

    it('then nothing opens but where one enrols it: 303 for pages, 403 for changes and programs', async () => {
      const owing = await firstOpened('admin');
      site.pass(7 * DAY);
      const late = await signIn(site, owing);
      expect(late.status).toBe(303);
      const cookie = cookieFrom(late)!;
      const shut = await ask(site, '/staff/plain', { cookie });
      expect([shut.status, shut.headers.get('location')]).toEqual([303, '/staff/me#cles']);
      expect((await ask(site, '/staff/plain', { cookie, form: { a: 'b' } })).status).toBe(403);
      const json = { cookie, headers: { accept: 'application/json' } };
      expect(await (await ask(site, '/staff/plain', json)).json()).toMatchObject({
        status: 403,
        code: 'key_first',
      });
      expect(await (await ask(site, '/api/v1/ping', { cookie })).json()).toMatchObject({ code: 'key_first' });
      expect((await ask(site, '/staff/me', { cookie })).status).toBe(200);
      await enrol(site, { cookie });
      expect((await ask(site, '/staff/plain', { cookie })).status).toBe(200);
      expect((await ask(site, '/api/v1/ping', { cookie })).status).toBe(200);
    });

    it('nobody owes one where browsers offer none', async () => {
      const bare = await openSite(guardedRoutes, {
        change: (parts) => ({ ...parts, publicUrl: parts.publicUrl.replace('localhost', '127.0.0.1') }),
      });
      const someone = await member(bare);
      const page = await (await ask(bare, '/staff', { cookie: someone.cookie })).text();
      expect(page).not.toContain('Votre rôle demande');
      expect(await (await ask(bare, '/staff/sign-in')).text()).not.toContain('data-key');
      const options = await ask(bare, '/staff/sign-in/options', { method: 'POST' });
      expect(options.status).toBe(404);
      await bare.close();
    });
  });

  describe('decisions', () => {
    it('of an account without a key need none; with one, the key and nothing less, and lose no text', async () => {
      const judge = await member(site, 'verifier');
      const decide = (cookie: string, form: Record<string, string>) =>
        ask(site, '/staff/decide', { cookie, form });
      expect((await decide(judge.cookie, { words: 'oui' })).status).toBe(200);
      const theirs = await enrol(site, judge);
      expect((await decide(judge.cookie, { words: 'oui' })).status).toBe(200);

      const cookie = cookieFrom(await signIn(site, judge))!;
      site.pass(30_000);
      const words = 'Deux personnes l’ont lu,\r\nligne 2 "entre guillemets" <b>';
      const asked = await decide(cookie, { words });
      const page = await asked.text();
      expect([asked.status, page.includes('gardé'), page.includes('ligne 2')]).toEqual([401, true, false]);
      const kept = hidden(page, 'kept');
      const byCode = await ask(site, '/staff/confirm', { cookie, form: { kept, password: judge.password } });
      const still = await ask(site, '/staff/decide', { cookie, form: { words } });
      expect([byCode.status, still.status]).toEqual([200, 401]);

      const { options } = await optionsAt(site, '/staff/confirm/options', { cookie });
      const form = { kept, question: 'key', key: theirs.get(options) };
      const confirmed = await ask(site, '/staff/confirm', { cookie, form });
      const waiting = await confirmed.text();
      expect([confirmed.status, waiting.includes('data-go-on')]).toEqual([200, true]);
      expect(hidden(waiting, 'words').replaceAll('&#39;', "'")).toBe(words);
      expect((await decide(cookie, { words })).status).toBe(200);
      expect((await ask(site, '/staff/confirm', { cookie, form })).status).toBe(401);
      site.pass(10 * 60_000);
      expect((await decide(cookie, { words })).status).toBe(401);
    });

    it('401 for a program, with a code it can act on', async () => {
      const judge = await member(site, 'verifier');
      await enrol(site, judge);
      const cookie = cookieFrom(await signIn(site, judge))!;
      const headers = { accept: 'application/json' };
      const answer = await ask(site, '/staff/decide', { cookie, form: { a: 'b' }, headers });
      expect(await answer.json()).toMatchObject({ status: 401, code: 'confirm_first' });
    });
  });

  it('an account made by the command signs in with its code, whatever its role (CONTRACT)', async () => {
    for (const role of ['admin', 'verifier']) {
      const email = `${role}-outside@example.org`;
      const made = await createStaff(site.parts, { email, role, org: 'benkan' });
      const answer = await signIn(site, { email, ...made });
      expect([role, answer.status, await opens(cookieFrom(answer))]).toEqual([role, 303, true]);
    }
  });
});
