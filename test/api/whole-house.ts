import type { StaffRoute } from '../../src/web/staff/index.ts';
import { createStaff, ROLES, type Role } from '../../src/web/staff/index.ts';
import { type Installation, installation } from '../app/installation.ts';
import { type RunningHere, startHere } from '../app/running.ts';
import { testDatabase } from '../mongo/database.ts';
import { codeAt, cookieFrom } from '../staff/site.ts';
import { startTelegram } from '../telegram/index.ts';
import { CLOUD } from '../whatsapp-cloud/index.ts';

export const WEBHOOK_SECRET = 'a-word-for-this-test-only';

/** Changes an installation so that it posts in the channel there is. */
export const onItsChannel = async ({ env }: Installation): Promise<void> => {
  Object.assign(env, { TELEGRAM_CHANNEL: '@benkan_mali', SHARE_TELEGRAM: 'benkan_bot' });
};

/** All of Benkan on a port of its own, with somebody of every role signed in. */
export interface WholeHouse {
  url: string;
  /** Of its database, for looking at what is stored. */
  database: { uri: string; name: string };
  running: RunningHere;
  /** `name=value` of the session cookie. */
  cookies: Readonly<Record<Role, string>>;
  /** An administrator of another organisation. */
  stranger: string;
  staffRoutes: readonly StaffRoute[];
  /** One request, redirects not followed, with our own origin. */
  ask(path: string, how?: RequestInit & { cookie?: string }): Promise<Response>;
  close(): Promise<void>;
}

interface WholeHouseOptions {
  /** Folder of the chat's script, for tests that open it in a browser. */
  chatAssets?: string;
  /** Changes the installation before it starts. */
  prepare?: readonly ((place: Installation) => Promise<void>)[];
}

export async function wholeHouse({ chatAssets, prepare = [] }: WholeHouseOptions = {}): Promise<WholeHouse> {
  const database = await testDatabase();
  const telegram = await startTelegram();
  telegram.channel(-1001234567890, 'benkan_mali');
  const place: Installation = await installation({
    MONGODB_URI: database.uri,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    WHATSAPP_DRIVER: 'cloud',
    WHATSAPP_CLOUD_TOKEN: CLOUD.token,
    WHATSAPP_CLOUD_APP_SECRET: CLOUD.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: WEBHOOK_SECRET,
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: CLOUD.phoneNumberId,
    SMS_SEND_URL: 'http://127.0.0.1:9/?to={to}&text={text}',
    SMS_NUMBER: '36000',
    SMS_INBOUND_SECRET: WEBHOOK_SECRET,
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
  });
  for (const change of prepare) await change(place);
  const running = await startHere(place, undefined, chatAssets);
  const ask: WholeHouse['ask'] = (path, { cookie, headers, ...how } = {}) =>
    fetch(place.url + path, {
      ...how,
      redirect: 'manual',
      headers: {
        ...(how.method === undefined || how.method === 'GET' ? {} : { origin: place.url }),
        ...(cookie === undefined ? {} : { cookie }),
        ...(headers as Record<string, string> | undefined),
      },
    });
  const signedIn = async (role: Role, org: string): Promise<string> => {
    const email = `${role}.${org}@example.org`;
    const made = await createStaff(running.house.staff, { email, role, org, name: `Nom-${role}` });
    const code = codeAt(made.totpSecret, Date.now());
    const body = new URLSearchParams({ email, password: made.password, code });
    const cookie = cookieFrom(await ask('/staff/sign-in', { method: 'POST', body }));
    if (cookie === undefined) throw new Error(`${role} could not sign in`);
    return cookie;
  };
  const cookies = {} as Record<Role, string>;
  for (const role of ROLES) cookies[role] = await signedIn(role, 'benkan');
  return {
    ...{ url: place.url, database, running, cookies, ask },
    stranger: await signedIn('admin', 'mediateurs'),
    staffRoutes: running.house.capabilities.flatMap(({ staffRoutes }) => staffRoutes),
    async close() {
      await running.stop();
      await telegram.stop();
      await place.remove();
      await database.drop();
    },
  };
}
