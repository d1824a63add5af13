import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/store/embedded/ports.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { type Installation, installation } from './installation.ts';
import { type Running, startHere } from './running.ts';

const LONG_MS = 600_000;
const TOKEN = 'a-token-of-this-test-only';

describe('the site as a whole', () => {
  let database: TestDatabase;
  let place: Installation;
  let running: Running | undefined;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await place.remove();
  });
  afterAll(() => database.drop());

  const start = async (env: Record<string, string> = {}): Promise<void> => {
    place = await installation({ MONGODB_URI: database.uri, ...env });
    // One database, one keyring.
    place.env['KEY_FILE'] = keyFile ??= `${place.folder}-keyring.json`;
    running = await startHere(place);
  };
  let keyFile: string | undefined;
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${place.url}${path}`, { headers });

  it(
    '404: an unknown path is a problem document that repeats nothing',
    async () => {
      await start();
      for (const path of [
        '/nowhere',
        '/staff.map',
        '/.env',
        '/api/v2/x',
        '/webhooks/telegram',
        '/webhooks/whatsapp',
        '/webhooks/sms',
        '/dist/app/serve.js',
      ]) {
        const response = await get(`${path}?CANARY=1`);
        expect({ path, status: response.status }).toEqual({ path, status: 404 });
        expect(response.headers.get('content-type')).toContain('application/problem+json');
        expect(response.headers.get('x-powered-by')).toBeNull();
        const body = await response.text();
        expect(JSON.parse(body)).toMatchObject({ status: 404, title: 'Not Found' });
        expect(body).not.toContain('CANARY');
      }
    },
    LONG_MS,
  );

  it(
    '/metrics without a token set: for this machine only, not for who comes through a proxy',
    async () => {
      await start();
      const open = await get('/metrics');
      expect(open.status).toBe(200);
      expect(await open.text()).toContain('benkan_ready');
      const proxied = await get('/metrics', { 'x-forwarded-for': '127.0.0.1' });
      expect(proxied.status).toBe(401);
      expect(proxied.headers.get('content-type')).toContain('application/problem+json');
    },
    LONG_MS,
  );

  it(
    '401: /metrics with a token set asks everybody for it',
    async () => {
      await start({ METRICS_TOKEN: TOKEN });
      const wrong = [undefined, '', TOKEN, `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`];
      for (const authorization of wrong) {
        const response = await get('/metrics', authorization === undefined ? {} : { authorization });
        expect(response.status).toBe(401);
        expect(await response.text()).not.toContain('benkan_');
      }
      expect((await get('/metrics', { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    },
    LONG_MS,
  );

  it(
    '/metrics on a port of its own is not on the site',
    async () => {
      const port = (await freePort('metrics')) ?? 0;
      await start({ METRICS_PORT: String(port), METRICS_TOKEN: TOKEN });
      expect((await get('/metrics')).status).toBe(404);
      const own = `http://127.0.0.1:${port}/metrics`;
      expect((await fetch(own)).status).toBe(401);
      expect((await fetch(own, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
      expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    },
    LONG_MS,
  );

  it(
    'the one-time link is told at the first start, and the pages are there',
    async () => {
      await start();
      const { lines } = running as Awaited<ReturnType<typeof startHere>>;
      expect(lines.slice(0, 2)).toEqual([`Web chat: ${place.url}/`, `Staff:    ${place.url}/staff`]);
      expect(lines[2]).toMatch(/^First administrator, once, within 24 hours: http/);
      const chat = await get('/');
      expect(chat.status).toBe(200);
      expect(chat.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect((await get('/staff')).status).toBe(200);
      for (const health of ['/healthz', '/readyz'])
        expect((await get(health)).headers.get('cache-control')).toBe('no-store');
    },
    LONG_MS,
  );
});
