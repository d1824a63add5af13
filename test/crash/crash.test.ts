import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { broadcastCrashStage } from './broadcast.ts';
import { crashStage } from './crash.ts';
import type { CrashStage } from './place.ts';
import type { Point } from './points.ts';

let database: TestDatabase;
let stage: CrashStage;
let points: Point[];
beforeAll(async () => {
  database = await testDatabase();
  stage = await crashStage(database.uri);
  points = await stage.points();
}, 240_000);
afterAll(async () => {
  await stage.close();
  await database.drop();
});

/**
 * The suite's short form: one point for each thing that can lie in the database and at the platform after a crash, once.
 * The trial T26 takes all points, three times, with the database killed too.
 */
const leavesSomethingElse = (point: Point): boolean =>
  /^(conversations\.newPerson:after:1|(conversations\.(commit:(before|after)|done:(before|after))|db\.conversations\.bulkWrite:after|effect\.apply:after|channel\.send:after):2)$/.test(
    point,
  );

describe('T26: kill -9 in a turn', () => {
  it('finds crash points before and after every port', () => {
    console.info(
      `T26: ${points.length} crash points, ${points.filter(leavesSomethingElse).length} of them in the short form`,
    );
    for (const port of [
      'conversations.commit',
      'conversations.done',
      'effect.apply',
      'channel.send',
      'db.conversations.bulkWrite',
      'db.people.insertMany',
    ]) {
      expect(points.some((point) => point.startsWith(`${port}:before`))).toBe(true);
    }
  });

  it('leaves what a run without a crash leaves; each reply is doubled at most once, marked', async () => {
    const chosen = points.filter(leavesSomethingElse);
    expect(chosen.length).toBeGreaterThan(6);
    for (const point of chosen) {
      const verdict = await stage.crashAt(point);
      expect({ point, crashed: verdict.crashed, wrong: verdict.wrong }).toEqual({
        point,
        crashed: true,
        wrong: [],
      });
    }
  }, 180_000);
});

const SHORT = ['db.broadcast_recipients.bulkWrite:after:1', 'channel.send:after:1'];

describe('T26: kill -9 in a broadcast', () => {
  /** The short form: about to be told, arrived, about to be done. The trial T26 takes all. */
  it('nobody gets it twice, nobody is lost, what is in doubt is said', async () => {
    const own = await testDatabase();
    const broadcast = await broadcastCrashStage(own.uri);
    try {
      const all = await broadcast.points();
      const done = all.filter((point) => point.startsWith('broadcasts.move:before')).at(-1);
      console.info(`T26: ${all.length} crash points of a broadcast, ${SHORT.length + 1} in the short form`);
      expect(all).toEqual(expect.arrayContaining(SHORT));
      for (const point of [...SHORT, done ?? '']) {
        const { crashed, wrong } = await broadcast.crashAt(point);
        expect({ point, crashed, wrong }).toEqual({ point, crashed: true, wrong: [] });
      }
    } finally {
      await broadcast.close();
      await own.drop();
    }
  }, 300_000);
});
