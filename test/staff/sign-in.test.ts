import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workOf } from '../universe/work.ts';
import { ask, codeAt, cookieFrom, member, openSite, type Site, signIn } from './site.ts';
import { createStaff, resetStaff } from '../../src/web/staff/index.ts';

describe('signing in', () => {
  let site: Site;
  beforeAll(async () => (site = await openSite([], { behindProxy: true })));
  afterAll(() => site.close());

  const someone = async () => {
    const email = `${Math.random().toString(36).slice(2)}@example.org`;
    return { email, ...(await createStaff(site.parts, { email, role: 'viewer', org: 'benkan' })) };
  };

  it('T18: password and code open a session, and the overview', async () => {
    const answer = await signIn(site, await someone());
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/staff');
    const page = await ask(site, '/staff', { cookie: cookieFrom(answer)! });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Vue d’ensemble');
  });

  it('T19: the cookie is __Host-, HttpOnly, Secure, SameSite=Strict, for / and no domain', async () => {
    const answer = await signIn(site, await someone());
    const set = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-benkan='));
    const [value, ...attributes] = set!.split('; ');
    expect(Buffer.from(value!.split('=')[1]!, 'base64url')).toHaveLength(32);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']);
  });

  it('T18: capitals and spaces around the e-mail do not matter', async () => {
    const who = await someone();
    expect((await signIn(site, { ...who, email: `  ${who.email.toUpperCase()} ` })).status).toBe(303);
  });

  it('T18: a code one step early or late is taken, two steps are not', async () => {
    for (const [shift, status] of [
      [-60_000, 401],
      [60_000, 401],
      [-30_000, 303],
      [30_000, 303],
    ] as const) {
      const who = await someone();
      const code = codeAt(who.totpSecret, site.parts.clock.now() + shift);
      expect([shift, (await signIn(site, who, { fields: { code } })).status]).toEqual([shift, status]);
    }
  });

  it('T18: 401 for a code that was used, also under another session, and for an older one after it', async () => {
    const who = await someone();
    expect((await signIn(site, who)).status).toBe(303);
    expect((await signIn(site, who)).status).toBe(401);
    const older = codeAt(who.totpSecret, site.parts.clock.now() - 30_000);
    expect((await signIn(site, who, { fields: { code: older } })).status).toBe(401);
    site.pass(30_000);
    expect((await signIn(site, who)).status).toBe(303);
  });

  it('T18: 50 concurrent uses of one code: 1 success', async () => {
    const who = await someone();
    const step = Math.floor(site.parts.clock.now() / 30_000);
    const account = await site.parts.accounts.byEmail(site.parts.fingerprint('staff-email', who.email));
    const uses = await Promise.all(
      Array.from({ length: 50 }, () => site.parts.accounts.useTotpStep(account!.id, step)),
    );
    expect(uses.filter(Boolean)).toHaveLength(1);
  });

  it('T18: 50 concurrent sign-ins with one code: 1 session', async () => {
    const who = await someone();
    // From as many addresses: from one, the delays would let only the first through.
    const from = (n: number) => ({ headers: { 'x-forwarded-for': `10.0.0.${String(n)}` } });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => signIn(site, who, from(n))));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([303, ...Array<number>(49).fill(401)]);
  });

  it('T18: 401 reads the same for an unknown e-mail, a wrong password and a wrong code', async () => {
    const who = await someone();
    const pages = await Promise.all([
      signIn(site, { ...who, email: 'nobody@example.org' }),
      signIn(site, { ...who, password: 'entirely wrong words' }),
      signIn(site, who, { fields: { code: '000000' } }),
    ]);
    const texts = await Promise.all(pages.map((page) => page.text()));
    const same = texts.map((text) => text.replaceAll('nobody@example.org', who.email));
    expect(pages.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(same).size).toBe(1);
    const headers = pages.map((page) => [...page.headers.keys()].join());
    expect(new Set(headers).size).toBe(1);
  });

  it('T18: refusals take the same time for an unknown e-mail, a wrong password and a wrong code', async () => {
    const who = await someone();
    const kinds = {
      unknown: () => signIn(site, { ...who, email: 'nobody@example.org' }),
      password: () => signIn(site, { ...who, password: 'entirely wrong words' }),
      code: () => signIn(site, who, { fields: { code: '000000' } }),
    };
    // Each hashes once, which is nearly all its work. The quickest of each approaches its true cost: rounds go on until
    // they meet.
    const quickest: Record<string, number> = {};
    const apart = () => Math.max(...Object.values(quickest)) / Math.min(...Object.values(quickest));
    for (let round = 0; round < 60 && !(round >= 5 && apart() < 1.4); round += 1) {
      for (const [kind, attempt] of Object.entries(kinds)) {
        site.pass(3_600_001);
        const ms = await workOf(async () => expect((await attempt()).status).toBe(401));
        quickest[kind] = Math.min(quickest[kind] ?? Infinity, ms);
      }
    }
    expect(apart()).toBeLessThan(1.4);
  }, 300_000);

  it('T19: the session presented before signing in is no session afterwards, and the new token is new (fixation)', async () => {
    const who = await member(site);
    const planted = await ask(site, '/staff/sign-in', { cookie: `__Host-benkan=${'A'.repeat(43)}` });
    expect(cookieFrom(planted)).toBeUndefined();
    const answer = await signIn(site, who, { cookie: who.cookie });
    expect(cookieFrom(answer)).not.toBe(who.cookie);
    expect((await ask(site, '/staff', { cookie: who.cookie })).status).toBe(303);
    expect((await ask(site, '/staff', { cookie: cookieFrom(answer)! })).status).toBe(200);
    expect((await ask(site, '/staff', { cookie: `__Host-benkan=${'A'.repeat(43)}` })).status).toBe(303);
  });

  it('returns to the page wanted, and only to ours', async () => {
    const asked = await ask(site, '/staff/results?wave=2');
    expect(asked.headers.get('location')).toBe('/staff/sign-in?next=%2Fstaff%2Fresults%3Fwave%3D2');
    const cases = {
      '/staff/results?wave=2': '/staff/results?wave=2',
      'https://evil.example/staff': '/staff',
      '//evil.example/staff': '/staff',
      '/\\evil.example/staff': '/staff',
      '/staffers': '/staff',
      '/staff/../x': '/staff',
      '/staff/sign-out': '/staff',
      'javascript:alert(1)': '/staff',
    };
    for (const [next, expected] of Object.entries(cases)) {
      const answer = await signIn(site, await someone(), { fields: { next } });
      expect([next, answer.headers.get('location')]).toEqual([next, expected]);
    }
  });

  it('a line break in the page wanted adds no header', async () => {
    const next = '/staff/x\r\nSet-Cookie: planted=1';
    const answer = await signIn(site, await someone(), { fields: { next } });
    expect(answer.headers.getSetCookie().some((line) => line.startsWith('planted'))).toBe(false);
    expect(answer.headers.get('location')).toBe('/staff/xSet-Cookie:%20planted=1');
  });

  it('400: a field missing, sent twice, empty or too long', async () => {
    const { email, password } = await someone();
    const bodies = [
      '',
      'email=a@example.org',
      'email=a@example.org&email=b@example.org&password=x&code=1',
      'email=&password=&code=',
      new URLSearchParams({ email, password, code: '1'.repeat(17) }).toString(),
      'email[$ne]=x&password=x&code=1',
      '__proto__=x',
      '%',
    ];
    for (const form of bodies)
      expect([form, (await ask(site, '/staff/sign-in', { form })).status]).toEqual([form, 400]);
  });

  it('400: a password of 10,000 characters is refused without hashing it', async () => {
    const { email } = await someone();
    const form = { email, password: 'a'.repeat(10_000), code: '123456' };
    const ms = await workOf(async () =>
      expect((await ask(site, '/staff/sign-in', { form })).status).toBe(400),
    );
    expect(ms).toBeLessThan(200);
  });

  it('413: a form larger than 64 kB', async () => {
    const answer = await ask(site, '/staff/sign-in', { form: { email: 'a'.repeat(70_000) } });
    expect(answer.status).toBe(413);
    const many = Array.from({ length: 600 }, (_, n) => `f${String(n)}=1`).join('&');
    expect((await ask(site, '/staff/sign-in', { form: many })).status).toBe(413);
  });

  it('415: a body that is no form, or is compressed', async () => {
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'nonsense']) {
      const answer = await ask(site, '/staff/sign-in', {
        form: '{"a":1}',
        headers: { 'content-type': type },
      });
      expect([type, answer.status]).toEqual([type, 415]);
    }
    const zipped = await ask(site, '/staff/sign-in', { form: 'x', headers: { 'content-encoding': 'gzip' } });
    expect(zipped.status).toBe(415);
  });

  it('T18: a reset gives new credentials and ends every session', async () => {
    const who = await member(site);
    const fresh = await resetStaff(site.parts, { email: who.email });
    expect((await ask(site, '/staff', { cookie: who.cookie })).status).toBe(303);
    expect((await signIn(site, who)).status).toBe(401);
    expect((await signIn(site, { email: who.email, ...fresh })).status).toBe(303);
    await expect(resetStaff(site.parts, { email: 'none@example.org' })).rejects.toThrow('No account');
  });

  it('T18: what is stored shows no e-mail, name, seed, token or address', async () => {
    const who = await member(site, 'admin', 'Aïssata Canary');
    const dump: string[] = [];
    for (const { name } of await site.connection.db!.listCollections().toArray()) {
      for (const found of await site.connection.db!.collection(name).find().toArray()) {
        dump.push(
          JSON.stringify(found, (_key, value: unknown) =>
            isBinary(value) ? value.toString('latin1') : value,
          ),
        );
      }
    }
    const all = dump.join('\n');
    expect(all).toContain('argon2id');
    const token = who.cookie.split('=')[1]!;
    const secrets = [who.email, 'Canary', who.totpSecret, who.password, token, '127.0.0.1', '::1'];
    for (const secret of secrets) expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(token, 'base64url').toString('latin1'));
  });
});

const isBinary = (value: unknown): value is { toString(encoding: string): string } =>
  typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'Binary';
