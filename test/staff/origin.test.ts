import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffRoute } from '../../src/web/staff/index.ts';
import { ask, type Member, member, openSite, type Site, signIn } from './site.ts';

let changes = 0;
const routes: StaffRoute[] = [
  {
    method: 'post',
    path: '/change',
    roles: ['admin'],
    act: () => ({ kind: 'json', status: 200, body: (changes += 1) }),
  },
];

describe('T19: changes start on our own pages', () => {
  let site: Site;
  let who: Member;
  beforeAll(async () => {
    site = await openSite(routes);
    who = await member(site);
  });
  afterAll(() => site.close());

  const change = (headers: Record<string, string>) =>
    fetch(`${site.url}/staff/change`, { method: 'POST', headers: { cookie: who.cookie, ...headers } });

  it('our own origin passes', async () => {
    expect((await change({ origin: site.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await change({ origin: site.url })).status).toBe(200);
    expect((await change({ origin: site.url.replace('localhost', '127.0.0.1') })).status).toBe(200);
  });

  it.each([
    ['a wrong origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:1' }],
    ['another scheme', { origin: 'https://localhost' }],
    ['an origin that only begins like ours', { origin: 'http://localhost.evil.example' }],
    ['a null origin', { origin: 'null' }],
    ['an empty origin', { origin: '' }],
    ['no origin', {}],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site request', { 'sec-fetch-site': 'same-site' }],
  ])('403 for %s', async (_what, headers: Record<string, string>) => {
    const before = changes;
    expect((await change(headers)).status).toBe(403);
    expect(changes).toBe(before);
  });

  it('403 for a cross-site request that names our origin', async () => {
    expect((await change({ origin: site.url, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('403 for signing in and out from another site, so that nobody is signed in as somebody else', async () => {
    const headers = { origin: 'https://evil.example' };
    expect((await signIn(site, who, { headers })).status).toBe(403);
    expect((await ask(site, '/staff/sign-out', { form: {}, cookie: who.cookie, headers })).status).toBe(403);
    expect((await ask(site, '/staff', { cookie: who.cookie })).status).toBe(200);
  });

  it('a program without cookie and origin may sign in, and then names the origin', async () => {
    const body = new URLSearchParams({ email: 'x@example.org', password: 'wrong words', code: '1' });
    const answer = await fetch(`${site.url}/staff/sign-in`, { method: 'POST', body, redirect: 'manual' });
    expect(answer.status).toBe(401);
  });

  it('a method override is not a method', async () => {
    const before = changes;
    const override = {
      'x-http-method-override': 'POST',
      'x-http-method': 'POST',
      'x-method-override': 'POST',
    };
    expect((await ask(site, '/staff/change', { cookie: who.cookie, headers: override })).status).toBe(405);
    expect((await ask(site, '/staff/change?_method=POST', { cookie: who.cookie })).status).toBe(405);
    expect(changes).toBe(before);
  });
});
