import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { answerTo, offered, type Phone, telegramPhone, webPhone } from './phones.ts';
import { readyChild, type Running, startHere, upToDate } from './running.ts';
import { play } from './talk.ts';
import { type TalkingPlace, talkingPlace } from './talking-place.ts';
import { TRANSCRIPTS } from './transcripts.ts';

/** Four talks of twenty turns, two ends and two starts, on a busy machine. */
const LONG_MS = 600_000;
const QUESTIONS = ['priorite', 'age', 'idee', 'lieu', 'reunion'];

beforeAll(() => upToDate(), LONG_MS);

describe('whole talks', () => {
  let database: TestDatabase;
  let place: TalkingPlace;
  let running: Running | undefined;

  beforeEach(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await place.close();
    await database.drop();
  });

  // The other two pairs, polling with restarts and webhook with kills: three-jobs.test.ts.

  it(
    'F3: each language, on the chat page and on Telegram by webhook, through two ordinary restarts; answers stand once',
    async () => {
      place = await talkingPlace(database.uri, { mode: 'webhook' });
      const start = async (): Promise<void> => void (running = await startHere(place));
      await start();
      await talkThrough(async () => {
        await running?.stop();
        await start();
      });
    },
    LONG_MS,
  );

  it(
    'T26: the same with Telegram by polling, where the process is killed in the middle, twice',
    async () => {
      place = await talkingPlace(database.uri, { mode: 'polling' });
      const start = async () => (running = await readyChild(place));
      let child = await start();
      await talkThrough(async () => {
        // Between two turns, or a reply would come again, marked (COMMIT rule 10); within one: test/crash.
        await place.settled();
        await child.kill();
        child = await start();
      });
    },
    LONG_MS,
  );

  async function talkThrough(restart: () => Promise<void>): Promise<void> {
    const talkers: { phone: Phone; lang: string; parts: (typeof TRANSCRIPTS)[number]['parts'] }[] = [];
    for (const [at, { lang, parts }] of TRANSCRIPTS.entries()) {
      talkers.push({ phone: await webPhone(place), lang, parts });
      talkers.push({ phone: telegramPhone(place.telegram, 7001 + at), lang, parts });
    }
    for (const part of [0, 1, 2] as const) {
      if (part > 0) await restart();
      await Promise.all(talkers.map(({ phone, lang, parts }) => play(phone, lang, parts[part])));
    }
    for (const { phone, parts } of talkers) expect(await phone.heard()).toHaveLength(parts.flat().length);
    await place.settled();
    await running?.stop();
    running = undefined;
    await standOnce(talkers);
  }

  /** As staff would read them, and as they lie there. */
  async function standOnce(talkers: readonly { phone: Phone }[]): Promise<void> {
    const here = await startHere(place);
    running = here;
    const surveys = here.house.capabilities.find(({ name }) => name === 'surveys');
    const results = await (surveys as unknown as Results).results('sondage-paix');
    expect(results).toMatchObject({ started: talkers.length, complete: talkers.length });
    expect(results.questions.map(({ question, n }) => [question, n])).toEqual(
      QUESTIONS.map((question) => [question, talkers.length]),
    );
    const stored = await answersIn(place.connection);
    expect(stored).toHaveLength(talkers.length * QUESTIONS.length);
    const typed = stored.flatMap(({ value }) => (value === undefined ? [] : [value])).map(String);
    const each = ['securite', '25', 'segou', 'true', 'ecole', '25', 'bamako', 'false'];
    expect(typed.sort()).toEqual([...each, ...each].sort());
    // One of them changes their mind: nothing of theirs is left, the others' answers are.
    const [first] = talkers;
    await answerTo(first!.phone, () => first!.phone.says('effacer'));
    const token = await offered(first!.phone, 'effacer');
    await first!.phone.chooses(token);
    await place.settled();
    expect(await answersIn(place.connection)).toHaveLength((talkers.length - 1) * QUESTIONS.length);
    expect(await (surveys as unknown as Results).results('sondage-paix')).toMatchObject({
      started: talkers.length - 1,
    });
  }
});

interface Results {
  results(survey: string): Promise<{
    started: number;
    complete: number;
    questions: { question: string; n: number }[];
  }>;
}

const answersIn = (connection: Connection): Promise<Record<string, unknown>[]> =>
  connection.collection('survey_answers').find().toArray();
