import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
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
}, 60_000);
afterAll(async () => {
  await stage.close();
  await database.drop();
});

/** The suite's short form: the points of one message, each once. The trial T26 takes all, three times, with the database killed too. */
const ofOneMessage = (point: Point): boolean =>
  point.endsWith(':2') || /newPerson|people\.insertMany/.test(point);

describe('T26: kill -9 in a turn', () => {
  it('finds crash points before and after every port', () => {
    console.info(
      `T26: ${points.length} crash points, ${points.filter(ofOneMessage).length} of them in the short form`,
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
    const chosen = points.filter(ofOneMessage);
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
