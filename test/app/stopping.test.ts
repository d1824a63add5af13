import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AGAIN_MARK } from '../../src/outbox/outbox.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { slowness, unhurried } from '../universe/work.ts';
import { type CountingPlace, countingPlace } from './counting-place.ts';
import { answerTo, telegramPhone } from './phones.ts';
import { PATIENCE_MS, readyChild, type RunningChild, startChild, statusAt, upToDate } from './running.ts';
import { sigtermRounds } from './sigterm-rounds.ts';

const LONG_MS = 600_000;
const EXIT_MS = 10_000;
const UNREADY_MS = 100;

beforeAll(() => upToDate(), LONG_MS);

describe('T31: SIGTERM', () => {
  let database: TestDatabase;
  let place: CountingPlace;
  let child: RunningChild | undefined;

  beforeEach(async () => {
    database = await testDatabase();
    place = await countingPlace(database.uri);
  });
  afterEach(async () => {
    await child?.kill();
    child = undefined;
    await place.close();
    await database.drop();
  });

  it(
    'under load: not ready at once, gone in time, nothing lost or doubled',
    async () => {
      const before = slowness();
      const { gone, wrong, marked, words } = await sigtermRounds(place, 2);
      const slow = Math.max(before, slowness());
      for (const { code, unreadyMs, answerMs, exitMs } of gone) {
        expect(code).toBe(0);
        expect(exitMs).toBeLessThanOrEqual(EXIT_MS * slow);
        expect(unreadyMs).toBeLessThanOrEqual(UNREADY_MS * slow + answerMs);
      }
      console.info(`T31: ${gone.length} stops under load, ${words} words, ${wrong.length} wrong`);
      expect(wrong).toEqual([]);
      expect(marked).toBe(0);
    },
    LONG_MS,
  );

  it(
    'twice: the second does not wait for a platform that hangs; the reply comes after the next start',
    async () => {
      const { telegram } = place;
      child = await readyChild(place);
      const phone = telegramPhone(telegram, 41);
      await answerTo(phone, () => phone.says('hello'));
      await place.settled();
      telegram.fail({ method: 'sendMessage', does: { waitsMs: 10_000 } });
      const written = telegram.written();
      await phone.says('un');
      await until(() => telegram.written() > written, telegram.written, PATIENCE_MS);
      child.process.kill('SIGTERM');
      await until(async () => (await statusAt(place, '/readyz')) !== 200, undefined, PATIENCE_MS);
      child.process.kill('SIGINT');
      expect(await child.ended).toEqual({ code: 130, signal: null });
      await place.leasesEnd();
      child = await readyChild(place);
      await place.settled();
      // Whether the first one arrived nobody knows: it is sent once more, marked (COMMIT rule 10).
      expect((await phone.heard()).map(({ text }) => text)).toEqual([
        'Go\n\n?',
        '1 un\n\n?',
        `${AGAIN_MARK}1 un\n\n?`,
      ]);
    },
    LONG_MS,
  );

  it(
    'while it still waits for a database that never comes: gone in time, alive until then',
    async () => {
      place.env['MONGODB_URI'] = 'mongodb://127.0.0.1:1/?replicaSet=nowhere';
      child = startChild(place);
      await until(async () => (await statusAt(place, '/healthz')) === 200, child.err, PATIENCE_MS);
      expect(await statusAt(place, '/readyz')).toBe(503);
      const stopping = child;
      const { ms, result } = await unhurried(() => stopping.stop());
      expect(result).toEqual({ code: 0, signal: null });
      expect(ms).toBeLessThanOrEqual(EXIT_MS);
    },
    LONG_MS,
  );
});
