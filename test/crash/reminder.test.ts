import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import type { CrashStage } from './place.ts';
import type { Point } from './points.ts';
import { reminderStage } from './reminder.ts';

let database: TestDatabase;
let stage: CrashStage;
let points: Point[];
beforeAll(async () => {
  database = await testDatabase();
  stage = await reminderStage(database.uri);
  points = await stage.points();
}, 240_000);
afterAll(async () => {
  await stage.close();
  await database.drop();
});

/** The suite's short form: after each write and each send. The trial T26 takes all, three times, with the database killed too. */
const isWritten = (point: Point): boolean =>
  /^(dues\.take|conversations\.(commit|done)|effect\.apply|channel\.send|db\.due_dates\.(updateMany|deleteOne)):after/u.test(
    point,
  );

describe('T26: kill -9 on the way of a reminder', () => {
  it('finds crash points before and after every port, from the due-date taken to the due-date settled', () => {
    console.info(
      `T26: ${points.length} crash points of a reminder, ${points.filter(isWritten).length} in the short form`,
    );
    for (const port of [
      ...[
        'dues.take',
        'db.due_dates.updateMany',
        'conversations.load',
        'conversations.commit',
        'effect.apply',
      ],
      ...['channel.send', 'conversations.done', 'dues.done', 'db.due_dates.deleteOne'],
    ])
      expect({ port, met: points.some((point) => point.startsWith(`${port}:before`)) }).toEqual({
        port,
        met: true,
      });
  });

  it('it is said once, or once more and marked; never lost, and nothing is left over', async () => {
    const chosen = points.filter(isWritten);
    expect(chosen.length).toBeGreaterThan(6);
    for (const point of chosen) {
      const { crashed, wrong } = await stage.crashAt(point);
      expect({ point, crashed, wrong }).toEqual({ point, crashed: true, wrong: [] });
    }
  }, 180_000);
});
