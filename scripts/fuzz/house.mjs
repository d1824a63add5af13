// A whole house on a port and a database of its own, with somebody of every role signed in.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';

const built = (file) => import(new URL(`../../dist/${file}`, import.meta.url).href);

/** Known to this run alone; the house listens on loopback. */
export const WEBHOOK_SECRET = 'a-word-for-this-run-only';

/** Starts it. @returns its address, a session cookie by role, and its end */
export async function openHouse() {
  const [{ serve }, { readSettings }, { createStaff, ROLES }, { freePort }] = await Promise.all(
    ['app/serve.js', 'app/settings.js', 'web/staff/index.js', 'store/embedded/ports.js'].map(built),
  );
  const folder = await mkdtemp(path.join(tmpdir(), 'benkan-fuzz-'));
  const platforms = await standIn();
  const port = await freePort(folder);
  const url = `http://127.0.0.1:${port}`;
  const settings = readSettings({
    NODE_ENV: 'test',
    PORT: String(port),
    PUBLIC_URL: url,
    LOG_LEVEL: 'error',
    DATA_DIR: path.join(folder, 'data'),
    KEY_FILE: path.join(folder, 'keyring.json'),
    TELEGRAM_TOKEN: '4242:token-of-the-stand-in',
    TELEGRAM_API_ROOT: platforms.url,
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
    WHATSAPP_DRIVER: 'cloud',
    WHATSAPP_CLOUD_TOKEN: 'token-of-the-stand-in',
    WHATSAPP_CLOUD_APP_SECRET: 'secret-of-the-stand-in',
    WHATSAPP_CLOUD_VERIFY_TOKEN: WEBHOOK_SECRET,
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: '4242',
    WHATSAPP_CLOUD_API_ROOT: platforms.url,
    SMS_SEND_URL: 'http://127.0.0.1:9/?to={to}&text={text}',
    SMS_NUMBER: '36000',
    SMS_INBOUND_SECRET: WEBHOOK_SECRET,
  });
  const serving = await serve({
    settings,
    pathFolders: process.env.PATH.split(path.delimiter),
    say: () => undefined,
  });
  const cookies = {};
  for (const role of ROLES)
    cookies[role] = await signIn(url, await createStaff(serving.house.staff, personOf(role)), role);
  return {
    ...{ url, cookies },
    async close() {
      await serving.stop();
      platforms.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const personOf = (role) => ({ email: `${role}@example.org`, role, org: 'benkan', regions: ['gao'] });

async function signIn(url, { password, totpSecret }, role) {
  const totp = new TOTP({ secret: Secret.fromBase32(totpSecret), digits: 6, period: 30 });
  const answer = await fetch(`${url}/staff/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ email: `${role}@example.org`, password, code: totp.generate() }),
  });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-benkan='));
  if (cookie === undefined) throw new Error(`${role} could not sign in: ${answer.status}`);
  return cookie.split(';')[0];
}

/** Says yes to whatever is asked of Telegram or WhatsApp. */
async function standIn() {
  const bot = { id: 4242, is_bot: true, first_name: 'B', username: 'stand_in_bot' };
  const server = createServer((request, response) => {
    request.resume();
    const result = request.url.endsWith('/getMe')
      ? bot
      : { message_id: 1, date: 1, chat: { id: 1, type: 'private' } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, result }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
