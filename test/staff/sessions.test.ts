import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, cookieFrom, member, openSite, type Site, signIn } from './site.ts';

const HOUR = 60 * 60 * 1000;

describe('T19: sessions', () => {
  let site: Site;
  beforeAll(async () => (site = await openSite()));
  afterAll(() => site.close());

  const opens = async (cookie: string) => (await ask(site, '/staff', { cookie })).status === 200;

  it('end after 8 hours without a request', async () => {
    const { cookie } = await member(site);
    site.pass(8 * HOUR - 60_000);
    expect(await opens(cookie)).toBe(true);
    site.pass(8 * HOUR);
    expect(await opens(cookie)).toBe(false);
  });

  it('end 12 hours after signing in, however busy', async () => {
    const { cookie } = await member(site);
    for (let hour = 0; hour < 11; hour += 1) {
      site.pass(HOUR);
      expect(await opens(cookie)).toBe(true);
    }
    site.pass(HOUR);
    expect(await opens(cookie)).toBe(false);
  });

  it('once ended stay ended, also when the clock goes back', async () => {
    const { cookie } = await member(site);
    site.pass(12 * HOUR);
    expect(await opens(cookie)).toBe(false);
    site.pass(-12 * HOUR);
    expect(await opens(cookie)).toBe(false);
  });

  it('end with sign-out in the store, so that a copied cookie is worth nothing', async () => {
    const { cookie } = await member(site);
    const answer = await ask(site, '/staff/sign-out', { form: {}, cookie });
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-benkan=;.*Expires=Thu, 01 Jan 1970/);
    expect(await opens(cookie)).toBe(false);
    const page = await ask(site, answer.headers.get('location')!);
    expect(await page.text()).toContain('Vous êtes déconnecté.');
  });

  it('sign-out works with a session that ended already, and with none', async () => {
    const { cookie } = await member(site);
    await ask(site, '/staff/sign-out', { form: {}, cookie });
    expect((await ask(site, '/staff/sign-out', { form: {}, cookie })).status).toBe(303);
    expect((await ask(site, '/staff/sign-out', { form: {} })).status).toBe(303);
  });

  it('revoked are gone at the next request', async () => {
    const { cookie } = await member(site);
    expect(await opens(cookie)).toBe(true);
    await site.connection.collection('staff_sessions').deleteMany({});
    expect(await opens(cookie)).toBe(false);
  });

  it('are not brought back by a request that was under way when they ended', async () => {
    const { cookie } = await member(site);
    const [session] = await site.connection
      .collection('staff_sessions')
      .find()
      .sort({ openedAt: -1 })
      .toArray();
    const key = Buffer.from((session!._id as unknown as { buffer: Uint8Array }).buffer);
    await site.parts.sessions.close(key);
    const now = site.parts.clock.now();
    await site.parts.sessions.touch(key, { seenAt: now, wakeAt: now });
    await site.parts.sessions.confirm(key, { wakeAt: now, confirmedAt: now, keyAt: now });
    expect(await opens(cookie)).toBe(false);
  });

  it('of an account that was deleted or whose role changed follow at the next request', async () => {
    const { cookie } = await member(site, 'admin');
    const accounts = site.connection.collection<{ _id: string }>('staff_accounts');
    const [account] = await accounts.find().sort({ $natural: -1 }).limit(1).toArray();
    await accounts.updateOne({ _id: account!._id }, { $set: { role: 'viewer' } });
    expect(await (await ask(site, '/staff', { cookie })).text()).toContain('Lecture seule');
    await accounts.deleteOne({ _id: account!._id });
    expect(await opens(cookie)).toBe(false);
  });

  it('several of one person live side by side', async () => {
    const who = await member(site);
    const second = cookieFrom(await signIn(site, who))!;
    expect(await opens(who.cookie)).toBe(true);
    expect(await opens(second)).toBe(true);
  });

  it.each(['', 'x', 'A'.repeat(43), '../../x', '%00', 'a'.repeat(5000), '{"$ne":null}'])(
    'a made-up cookie (%#) is nobody',
    async (value) => {
      expect(await opens(`__Host-benkan=${value}`)).toBe(false);
    },
  );

  it('401 for a program, a page to sign in for a browser', async () => {
    const json = await ask(site, '/staff', { headers: { accept: 'application/json' } });
    expect(json.status).toBe(401);
    expect(json.headers.get('content-type')).toContain('application/problem+json');
    expect(await json.json()).toEqual({
      type: 'about:blank',
      title: 'Unauthorized',
      status: 401,
      code: 'sign_in_first',
    });
    expect((await ask(site, '/staff')).headers.get('location')).toBe('/staff/sign-in?next=%2Fstaff');
  });
});
