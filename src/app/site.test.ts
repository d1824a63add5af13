import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { metrics } from './metrics.ts';
import { readSettings } from './settings.ts';
import { site } from './site.ts';

let url: string;
const { app } = site(readSettings({}), metrics(), () => false);
const server = createServer(app);
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

it('503: before the database is there a program gets a problem document and when to come again', async () => {
  const response = await fetch(`${url}/api/chat`, { method: 'POST' });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await response.json()).toMatchObject({ status: 503, code: 'not_ready' });
});

it('503: a person gets a page in words that looks again by itself', async () => {
  const response = await fetch(`${url}/`, { headers: { accept: 'text/html,*/*;q=0.8' } });
  expect([response.status, response.headers.get('refresh')]).toEqual([503, '3']);
  expect(await response.text()).toContain('Un instant');
});

it('T31: it lives, and says that it is not ready', async () => {
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
});
