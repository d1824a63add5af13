import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createStaff, ensureSetupLink } from '../../src/web/staff/index.ts';
import { ask, codeAt, cookieFrom, openSite, type Site } from './site.ts';

const HOUR = 60 * 60 * 1000;
const WHO = { email: 'awa@example.org', name: 'Awa', password: 'trois girafes mangent du fonio' };

describe('the first administrator', () => {
  let site: Site;
  let token: string;
  beforeEach(async () => {
    site = await openSite();
    token = new URL((await ensureSetupLink(site.parts))!).searchParams.get('token')!;
  });
  afterEach(() => site.close());

  const begin = (change: Record<string, string> = {}) =>
    ask(site, '/staff/setup', { form: { token, ...WHO, ...change } });
  const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!;
  /** The second step's form, with the code an app would show. */
  const plan = async (change: Record<string, string> = {}) => {
    const page = await (await begin(change)).text();
    const seed = /class="digits">(.*?)<\/code>/.exec(page)![1]!.replace(/<\/?span>/g, '');
    expect(seed).toMatch(/^[A-Z2-7]{32}$/);
    return {
      seed,
      form: { token, pending: hidden(page, 'pending'), code: codeAt(seed, site.parts.clock.now()) },
    };
  };
  const confirm = (form: Record<string, string>) => ask(site, '/staff/setup/confirm', { form });

  it('W15: is made by the link in two steps, and is signed in', async () => {
    expect((await ask(site, `/staff/setup?token=${token}`)).status).toBe(200);
    const { form } = await plan();
    expect(await site.parts.accounts.any()).toBe(false);
    const answer = await confirm(form);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/staff']);
    const page = await (await ask(site, '/staff', { cookie: cookieFrom(answer)! })).text();
    expect(page).toContain('Bonjour Awa.');
    expect(page).toContain('Administration');
  });

  it('T18: the code that confirmed is spent, the next one signs in', async () => {
    const { seed, form } = await plan();
    await confirm(form);
    const { email, password } = WHO;
    const again = { email, password, code: form.code };
    expect((await ask(site, '/staff/sign-in', { form: again })).status).toBe(401);
    site.pass(30_000);
    const next = { email, password, code: codeAt(seed, site.parts.clock.now()) };
    expect((await ask(site, '/staff/sign-in', { form: next })).status).toBe(303);
  });

  it('409: of two people who opened the link at once one wins', async () => {
    const emails = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@example.org`);
    const plans = await Promise.all(emails.map((email) => plan({ email })));
    const statuses = (await Promise.all(plans.map(({ form }) => confirm(form)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 409, 409, 409, 409, 409]);
    expect(await site.connection.collection('staff_accounts').countDocuments()).toBe(1);
  });

  it('409: of 50 who finish in the same moment one takes the link', async () => {
    const key = site.parts.fingerprint('staff-setup', token);
    const takes = Array.from({ length: 50 }, () => site.parts.setupLinks.take(key, site.parts.clock.now()));
    expect((await Promise.all(takes)).filter(Boolean)).toHaveLength(1);
  });

  it('404: the link serves once', async () => {
    await confirm((await plan()).form);
    expect((await ask(site, `/staff/setup?token=${token}`)).status).toBe(404);
    expect((await begin()).status).toBe(404);
    expect(await ensureSetupLink(site.parts)).toBeUndefined();
  });

  it('404: the link ends after 24 hours, at every step', async () => {
    const { form } = await plan();
    site.pass(24 * HOUR);
    expect((await ask(site, `/staff/setup?token=${token}`)).status).toBe(404);
    expect((await begin()).status).toBe(404);
    const late = { ...form, code: codeAt(await seedOf(form.pending), site.parts.clock.now()) };
    expect((await confirm(late)).status).toBe(409);
    expect(await site.parts.accounts.any()).toBe(false);
  });

  it('404: an earlier link ends when a new one is made, and when an account is made otherwise', async () => {
    const newer = new URL((await ensureSetupLink(site.parts))!).searchParams.get('token')!;
    expect((await ask(site, `/staff/setup?token=${token}`)).status).toBe(404);
    expect((await ask(site, `/staff/setup?token=${newer}`)).status).toBe(200);
    await createStaff(site.parts, { email: 'cli@example.org', role: 'admin', org: 'benkan' });
    expect((await ask(site, `/staff/setup?token=${newer}`)).status).toBe(404);
  });

  it.each(['', '?token=', '?token=x', '?token=a&token=b', '?token[$ne]=x', `?token=${'A'.repeat(43)}`])(
    '404: a link that was not given out (%s)',
    async (query) => {
      const answer = await ask(site, `/staff/setup${query}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Ce lien a déjà servi');
    },
  );

  it('400 names each field that will not do, and keeps what was typed', async () => {
    const page = await (await begin({ email: 'awa', name: ' ', password: 'court' })).text();
    expect(page).toContain('Ce n’est pas une adresse e-mail');
    expect(page).toContain('Indiquez un nom');
    expect(page).toContain('Trop court');
    expect(page).toContain('value="awa"');
    expect(page).not.toContain('court"');
    for (const email of [
      'a@b',
      'a b@example.org',
      'a@example.org\r\nBcc: x@example.org',
      '<a@example.org>',
      `${'a'.repeat(300)}@example.org`,
    ]) {
      expect([email, (await begin({ email })).status]).toEqual([email, 400]);
    }
    for (const name of ['\u202egro.elpmaxe', 'a\u0000b', 'x'.repeat(81)])
      expect((await begin({ name })).status).toBe(400);
    for (const password of [
      'benkan-mali-2026',
      'awa@example.org awa',
      'a'.repeat(1001),
      'a'.repeat(10_000),
    ]) {
      expect((await begin({ password })).status).toBe(400);
    }
  });

  it('400: a wrong code shows the same secret again, and makes nothing', async () => {
    const { seed, form } = await plan();
    const answer = await confirm({ ...form, code: '000000' });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('Ce code ne convient pas');
    expect(page.replace(/<\/?span>/g, '')).toContain(seed);
    expect(await site.parts.accounts.any()).toBe(false);
    expect((await confirm({ ...form, pending: hidden(page, 'pending') })).status).toBe(303);
  });

  it('400: a plan that was changed, swapped or made up does not open', async () => {
    const { form } = await plan();
    const changed = Buffer.from(form.pending, 'base64url');
    changed[changed.length - 1]! ^= 1;
    for (const pending of [changed.toString('base64url'), '', 'x', form.pending.slice(0, -4)]) {
      expect((await confirm({ ...form, pending })).status).toBe(400);
    }
    expect((await confirm({ ...form, token: 'A'.repeat(43) })).status).toBe(400);
    expect(await site.parts.accounts.any()).toBe(false);
  });

  it('keeps only a hash of the link, whose token has 256 bits', async () => {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const [stored] = await site.connection.collection('staff_setup_links').find().toArray();
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(JSON.stringify(stored)).not.toContain(Buffer.from(token, 'base64url').toString('base64'));
  });

  it('points strangers to the terminal as long as there is no account', async () => {
    expect(await (await ask(site, '/staff/sign-in')).text()).toContain('affiché dans le terminal');
    await confirm((await plan()).form);
    expect(await (await ask(site, '/staff/sign-in')).text()).not.toContain('affiché dans le terminal');
  });

  async function seedOf(pending: string): Promise<string> {
    const place = `staff/setup/${site.parts.fingerprint('staff-setup', token).toString('hex')}`;
    const plan = JSON.parse(site.parts.sealer.open(Buffer.from(pending, 'base64url'), place)) as {
      seed: string;
    };
    return plan.seed;
  }
});

describe('accounts made on the command line', () => {
  let site: Site;
  beforeEach(async () => (site = await openSite()));
  afterEach(() => site.close());

  it('get a password of at least 20 characters and a seed, shown once', async () => {
    const made = await createStaff(site.parts, { email: ' Awa@Example.org', role: 'editor', org: 'benkan' });
    expect(made.url).toBe(`${site.url}/staff/sign-in`);
    expect(made.password.length).toBeGreaterThanOrEqual(20);
    expect(made.totpSecret).toMatch(/^[A-Z2-7]{32}$/);
  });

  it.each([
    ['bad_email', { email: 'awa' }],
    ['bad_role', { role: 'root' }],
    ['bad_org', { org: 'Une Organisation' }],
    ['bad_org', { org: '' }],
  ])('are refused: %s', async (code, change) => {
    const wanted = { email: 'awa@example.org', role: 'editor', org: 'benkan', ...change };
    await expect(createStaff(site.parts, wanted)).rejects.toMatchObject({ kind: 'refusal', code });
  });

  it('409: one account an e-mail address, however it is written and however many ask at once', async () => {
    const wanted = (email: string) => createStaff(site.parts, { email, role: 'editor', org: 'benkan' });
    const results = await Promise.allSettled(
      ['a@example.org', 'A@EXAMPLE.ORG', ' a@example.org '].map(wanted),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'email_taken' },
    });
  });
});
