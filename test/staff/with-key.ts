import { staff } from '../../src/capabilities/staff/index.ts';
import type { StaffAnswer, StaffRoute } from '../../src/web/staff/index.ts';
import { type SoftKey, softKey } from './authenticator.ts';
import { ask, cookieFrom, type Member, type Sent, type Site } from './site.ts';

const saved: StaffAnswer = { kind: 'json', status: 200, body: 'saved' };

/** The staff's own pages, and one page of each kind that asks who is there. */
export const guardedRoutes = (parts: Parameters<typeof staff>[0]): StaffRoute[] => [
  ...staff(parts).staffRoutes,
  { method: 'get', path: '/names', roles: ['admin', 'viewer'], reads: 'A', render: () => saved },
  { method: 'post', path: '/names', roles: ['admin', 'viewer'], reads: 'A', act: ({ form }) => said(form) },
  { method: 'get', path: '/plain', roles: ['admin', 'viewer'], render: () => saved },
  { method: 'post', path: '/plain', roles: ['admin', 'viewer'], act: ({ form }) => said(form) },
  {
    ...{ method: 'post', path: '/decide', roles: ['admin', 'verifier'], confirm: 'with_key' },
    act: ({ form }) => said(form),
  },
];

const said = (form: Readonly<Record<string, string>>): StaffAnswer => ({
  ...{ kind: 'json', status: 200 },
  body: form,
});

/** What a key is asked at one of the site's doors; `half` names the sign-in it began. */
export async function optionsAt(
  site: Site,
  path: string,
  sent: Sent = {},
): Promise<{ options: { challenge: string }; half: string }> {
  const answer = await ask(site, path, {
    method: 'POST',
    ...sent,
    headers: { origin: site.url, ...sent.headers },
  });
  if (answer.status !== 200) throw new Error(`${path}: ${String(answer.status)}`);
  return {
    options: (await answer.json()) as { challenge: string },
    half: cookieFrom(answer, '__Host-benkan-half') ?? '',
  };
}

/** Enrols a new key in the member's session. */
export async function enrol(
  site: Site,
  { cookie }: Pick<Member, 'cookie'>,
  name = 'Trousseau',
): Promise<SoftKey> {
  const key = softKey(site.url);
  const { options } = await optionsAt(site, '/staff/me/keys/options', { cookie });
  const answer = await ask(site, '/staff/me/keys', { cookie, form: { name, key: key.create(options) } });
  if (answer.status !== 303) throw new Error(`enrolment: ${String(answer.status)}`);
  return key;
}

/** Signs in with password and key. `tamper` may change what the key says. */
export async function signInByKey(
  site: Site,
  who: { email: string; password: string },
  key: SoftKey,
  { habits, sent = {} }: { habits?: Parameters<SoftKey['get']>[1]; sent?: Sent } = {},
): Promise<Response> {
  const { options, half } = await optionsAt(site, '/staff/sign-in/options');
  const form = { email: who.email, password: who.password, key: key.get(options, habits) };
  return ask(site, '/staff/sign-in', { ...sent, cookie: half, form });
}

/** The value of a hidden field of a page. */
export const hidden = (page: string, name: string): string => {
  const found = new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)?.[1] ?? '';
  return found.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<');
};
