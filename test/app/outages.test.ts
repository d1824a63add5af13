import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../channels/until.ts';
import { type EmbeddedRuns, embeddedRuns } from '../mongo/embedded.ts';
import type { Embedded } from '../../src/store/embedded/index.ts';
import { freePort } from '../../src/store/embedded/ports.ts';
import { type CountingPlace, countingPlace } from './counting-place.ts';
import { hung, killed, weather } from './outages.ts';
import { slowness, unhurried } from '../universe/work.ts';
import { answerTo, telegramPhone, webPhone } from './phones.ts';
import { PATIENCE_MS, readyChild, type Running, startHere, statusAt, upToDate } from './running.ts';

const LONG_MS = 600_000;
const DOOR_MS = 3_000;
/** Beside what the doors promise: the time for which a machine that runs tests lets nobody run; more where it does more. */
const BUSY_MS = 500;
const FOLLOWS_MS = 5_000;

describe('T25: the database goes and comes back', () => {
  let runs: EmbeddedRuns;
  let database: Embedded;
  let place: CountingPlace;
  let running: Running | undefined;

  beforeEach(async () => {
    runs = await embeddedRuns();
    database = await runs.start({ backoff: [4_000, 1_000, 1_000, 1_000] });
    place = await countingPlace(database.uri);
  }, LONG_MS);
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await place.close();
    await runs.end();
  }, LONG_MS);

  it(
    'killed, then hung: 503 in 3 s at both doors, nothing lost, each message once; readiness follows, liveness does not (T31)',
    async () => {
      running = await startHere(place);
      const before = slowness();
      const weathered = await weather(place, database, [
        { outage: killed, forMs: 0 },
        { outage: hung, forMs: 6_000 },
      ]);
      const { refused, outages, wrong, words } = weathered;
      const slow = Math.max(before, slowness());
      const slowest = Math.max(...refused.page, ...refused.telegram, ...refused.reading);
      console.info(
        `T25: ${JSON.stringify(outages)}; ${words} words, ${wrong.length} wrong, ${weathered.marked} sent again; ` +
          `${refused.page.length} + ${refused.telegram.length} + ${refused.reading.length} refusals, the slowest after ${slowest.toFixed(0)} ms`,
      );
      expect(wrong).toEqual([]);
      expect(weathered.strange).toEqual([]);
      expect(weathered.alive).toBe(true);
      expect(refused.page.length).toBeGreaterThan(0);
      expect(refused.telegram.length).toBeGreaterThan(0);
      expect(slowest).toBeLessThanOrEqual(DOOR_MS + BUSY_MS * slow);
      for (const { unreadyMs, readyMs } of outages) {
        expect(unreadyMs).toBeLessThanOrEqual(FOLLOWS_MS * slow);
        expect(readyMs).toBeLessThanOrEqual(FOLLOWS_MS * slow);
      }
      // Telegram brought again what was refused.
      expect(place.telegram.webhook.deliveries.some(({ status }) => status === 503)).toBe(true);
    },
    LONG_MS,
  );

  it(
    'gone at the start, then there: alive, not ready, doors closed with a reason; then it serves',
    async () => {
      const late = await embeddedRuns();
      const port = await freePort(late.dataDir);
      place.env['MONGODB_URI'] = `mongodb://127.0.0.1:${port ?? 0}/?replicaSet=benkan`;
      const starting = startHere(place);
      await until(async () => (await statusAt(place, '/healthz')) === 200, undefined, PATIENCE_MS);
      expect(await statusAt(place, '/readyz')).toBe(503);
      for (const door of ['/api/chat', '/webhooks/telegram', '/', '/staff']) {
        const refused = await fetch(`${place.url}${door}`, { method: 'POST' });
        expect(refused.status).toBe(503);
        expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
        expect(refused.headers.get('content-type')).toContain('application/problem+json');
        expect(await refused.json()).toMatchObject({ status: 503, code: 'not_ready' });
      }
      try {
        await late.start({ port: port ?? 0 });
        running = await starting;
        const phone = await webPhone(place);
        expect((await answerTo(phone, () => phone.says('hello'))).text).toBe('Go\n\n?');
        await until(async () => (await statusAt(place, '/readyz')) === 200, undefined, PATIENCE_MS);
        await running.stop();
        running = undefined;
      } finally {
        await late.end();
      }
    },
    LONG_MS,
  );

  it(
    'hangs while the process is told to stop: gone within 10 s, and the message is served after the next start (T31)',
    async () => {
      await upToDate();
      const child = await readyChild(place);
      const phone = telegramPhone(place.telegram, 42);
      await answerTo(phone, () => phone.says('hello'));
      const back = await hung(database);
      await phone.says('un');
      await until(
        () => place.telegram.webhook.deliveries.some(({ status }) => status === 503),
        undefined,
        PATIENCE_MS,
      );
      const { ms } = await unhurried(() => child.stop());
      expect(ms).toBeLessThanOrEqual(10_000 + BUSY_MS);
      back?.();
      const next = await readyChild(place);
      await until(
        async () => (await phone.heard()).some(({ text }) => text.endsWith('1 un\n\n?')),
        undefined,
        PATIENCE_MS,
      );
      await next.stop();
    },
    LONG_MS,
  );
});
