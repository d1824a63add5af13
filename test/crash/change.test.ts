import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { changeStage } from './change.ts';
import type { CrashStage } from './place.ts';
import type { Point } from './points.ts';

let database: TestDatabase;
let stage: CrashStage;
let points: Point[];
beforeAll(async () => {
  database = await testDatabase();
  stage = await changeStage(database.uri);
  points = await stage.points();
}, 240_000);
afterAll(async () => {
  await stage.close();
  await database.drop();
});

/** The suite's short form: after either commit, when nothing of it is applied or sent. The trial T26 takes all. */
const isWritten = (point: Point): boolean => /^conversations\.commit:after/u.test(point);

describe('C6: kill -9 while a shared phone changes hands', () => {
  it('nobody loses or doubles a word or an effect, and each keeps their own', async () => {
    const chosen = points.filter(isWritten);
    console.info(`C6: ${points.length} crash points of a change, ${chosen.length} in the short form`);
    expect(chosen.length).toBe(2);
    for (const point of chosen) {
      const { crashed, wrong } = await stage.crashAt(point);
      expect({ point, crashed, wrong }).toEqual({ point, crashed: true, wrong: [] });
    }
  }, 240_000);
});
