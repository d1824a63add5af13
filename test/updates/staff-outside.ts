import { Secret, TOTP } from 'otpauth';
import type { Installation } from '../app/installation.ts';
import { benkan } from '../cli/benkan.ts';
import { buildContent } from './update-world.ts';
import { formOf } from './updates-site.ts';
import type { UpdateContent } from '../../src/capabilities/updates/model/content.ts';

/** A member of staff with a browser, as seen from outside (CONTRACT). */
export interface Colleague {
  get(path: string): Promise<string>;
  post(path: string, form: Record<string, string>): Promise<Response>;
}

/** Makes an account by the command and signs in by the form. */
export async function colleague(place: Installation, role: string, email: string): Promise<Colleague> {
  const words = ['staff', 'create', '--email', email, '--role', role, '--org', 'benkan', '--json'];
  const { out } = await benkan(words, { env: place.env });
  const { password, totpSecret } = JSON.parse(out) as { password: string; totpSecret: string };
  const code = new TOTP({ secret: Secret.fromBase32(totpSecret), digits: 6, period: 30 }).generate();
  const post = (path: string, form: Record<string, string>, cookie = ''): Promise<Response> =>
    fetch(`${place.url}/staff${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: place.url, 'content-type': 'application/x-www-form-urlencoded', cookie },
      body: new URLSearchParams(form).toString(),
    });
  const signedIn = await post('/sign-in', { email, password, code });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    get: async (path) => (await fetch(`${place.url}/staff${path}`, { headers: { cookie } })).text(),
    post: (path, form) => post(path, form, cookie),
  };
}

/** Written by one and verified by another, by the forms; answers with the item's path. */
export async function verifiedItem(
  awa: Colleague,
  binta: Colleague,
  content: Partial<UpdateContent> = {},
): Promise<string> {
  const to = (await awa.post('/updates/new', formOf(buildContent(content)))).headers.get('location') ?? '';
  const item = `/updates/${/updates\/([^/?]+)/u.exec(to)?.[1] ?? ''}`;
  await moved(awa, `${item}/submit`, { seen: await seenAt(awa, item) });
  await moved(binta, `${item}/verify`, { seen: await seenAt(binta, `${item}/verify`) });
  return item;
}

export const publish = async (who: Colleague, item: string): Promise<void> =>
  moved(who, `${item}/publish`, { seen: await seenAt(who, `${item}/publish`) });

async function moved(who: Colleague, path: string, form: Record<string, string>): Promise<void> {
  const { status } = await who.post(path, form);
  if (status !== 303) throw new Error(`${path}: ${String(status)}`);
}

const seenAt = async (who: Colleague, path: string): Promise<string> =>
  /name="seen" value="([^"]*)"/u.exec(await who.get(path))?.[1] ?? '';
