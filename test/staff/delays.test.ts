import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStaff } from '../../src/web/staff/index.ts';
import { ask, cookieFrom, openSite, type Site, signIn } from './site.ts';

describe('T18: failed sign-ins slow down the next ones and lock nobody out', () => {
  let site: Site;
  const held: number[] = [];
  beforeAll(async () => {
    const pause = async (ms: number) => void held.push(ms);
    site = await openSite([], { behindProxy: true, change: (parts) => ({ ...parts, pause }) });
  });
  afterAll(() => site.close());

  let people = 0;
  const someone = async () => {
    const email = `p${String((people += 1))}@example.org`;
    return { email, ...(await createStaff(site.parts, { email, role: 'viewer', org: 'benkan' })) };
  };
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const wrong = (email: string, address: string) =>
    ask(site, '/staff/sign-in', { form: { email, password: 'entirely wrong', code: '1' }, ...from(address) });
  const times = async (n: number, attempt: () => Promise<Response>) => {
    const statuses: number[] = [];
    for (let at = 0; at < n; at += 1) statuses.push((await attempt()).status);
    return statuses;
  };

  it('429 with Retry-After after too many tries, for the right password too; then it opens again', async () => {
    const who = await someone();
    expect(await times(5, () => wrong(who.email, '10.1.0.1'))).toEqual([401, 401, 401, 401, 401]);
    const refused = await signIn(site, who, from('10.1.0.1'));
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.text()).toContain('Votre compte n’est pas bloqué');
    site.pass(1000);
    expect((await signIn(site, who, from('10.1.0.1'))).status).toBe(303);
  });

  it('a stranger at another address keeps nobody out, however often they fail', async () => {
    const who = await someone();
    for (let n = 0; n < 12; n += 1) await wrong(who.email, `10.2.0.${String(n)}`);
    expect((await signIn(site, who, from('10.3.0.1'))).status).toBe(303);
  });

  it('a stranger behind the same address keeps nobody out of a browser they signed in from before', async () => {
    const who = await someone();
    const known = cookieFrom(await signIn(site, who, from('10.4.0.1')), '__Host-benkan-known')!;
    site.pass(30_000);
    await times(6, () => wrong(who.email, '10.4.0.1'));
    expect((await signIn(site, who, from('10.4.0.1'))).status).toBe(429);
    const { headers } = from('10.4.0.1');
    expect((await signIn(site, who, { headers, cookie: known })).status).toBe(303);
  });

  it('429: that cookie helps no other account, nor one that was made up', async () => {
    const [who, other] = [await someone(), await someone()];
    const known = cookieFrom(await signIn(site, who, from('10.5.0.1')), '__Host-benkan-known')!;
    await times(6, () => wrong(other.email, '10.5.0.1'));
    for (const cookie of [
      known,
      '__Host-benkan-known=abc.def',
      '__Host-benkan-known=.',
      '__Host-benkan-known=a',
    ]) {
      expect((await signIn(site, other, { ...from('10.5.0.1'), cookie })).status).toBe(429);
    }
  });

  it('an account under attack from everywhere is held up to 3 s, known or not, and never refused', async () => {
    held.length = 0;
    const who = await someone();
    for (const email of [who.email, 'ghost@example.org']) {
      for (let n = 0; n < 12; n += 1)
        await wrong(email, `10.8.${email === who.email ? '0' : '1'}.${String(n)}`);
    }
    const growing = [0, 0, 0, 0, 0, 250, 500, 1000, 2000, 3000, 3000, 3000];
    expect(held).toEqual([...growing, ...growing]);
    expect((await signIn(site, who, from('10.8.2.1'))).status).toBe(303);
    await wrong(who.email, '10.8.3.1');
    expect(held.at(-1)).toBe(0);
  });

  it('X-Forwarded-For from a stranger changes nothing where no proxy is trusted', async () => {
    const bare = await openSite();
    let n = 0;
    const spoofed = () =>
      ask(bare, '/staff/sign-in', {
        form: { email: 'a@example.org', password: 'entirely wrong', code: '1' },
        ...from(`10.9.0.${String((n += 1))}`),
      });
    expect((await times(6, spoofed)).at(-1)).toBe(429);
    await bare.close();
  });
});
