import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { connect } from '../../src/store/connection.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { startTelegram, type TelegramStandIn } from '../telegram/index.ts';
import { allDone } from './counting.ts';
import { type Installation, installation } from './installation.ts';
import { answerTo, offered, type Phone, telegramPhone, webPhone } from './phones.ts';
import { PATIENCE_MS, readyChild, type Running, startHere, upToDate } from './running.ts';
import { play } from './talk.ts';
import { TRANSCRIPTS } from './transcripts.ts';

/** Four talks of twenty turns, two ends and two starts, on a busy machine. */
const LONG_MS = 240_000;
const QUESTIONS = ['priorite', 'age', 'idee', 'lieu', 'reunion'];

beforeAll(() => upToDate(), LONG_MS);

describe.each(['webhook', 'polling'])('whole talks, Telegram by %s', (mode) => {
  let database: TestDatabase;
  let connection: Connection;
  let telegram: TelegramStandIn;
  let place: Installation;
  let running: Running | undefined;

  beforeEach(async () => {
    database = await testDatabase();
    connection = await connect(database.uri);
    telegram = await startTelegram();
    place = await installation({
      MONGODB_URI: database.uri,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      TELEGRAM_MODE: mode,
      TELEGRAM_WEBHOOK_SECRET: 'a-word-for-this-test-only',
    });
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await telegram.stop();
    await database.drop();
    await connection.close();
    await place.remove();
  });

  it(
    'F3: each language, on the chat page and on Telegram, through two ordinary restarts; answers stand once',
    async () => {
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
    'T26: the same where the process is killed in the middle, twice',
    async () => {
      const start = async () => (running = await readyChild(place));
      let child = await start();
      await talkThrough(async () => {
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
      talkers.push({ phone: telegramPhone(telegram, 7001 + at), lang, parts });
    }
    for (const part of [0, 1, 2] as const) {
      if (part > 0) await restart();
      await Promise.all(talkers.map(({ phone, lang, parts }) => play(phone, lang, parts[part])));
    }
    for (const { phone, parts } of talkers) expect(await phone.heard()).toHaveLength(parts.flat().length);
    await settled();
    await running?.stop();
    running = undefined;
    await standOnce(talkers);
  }

  /** A busy machine may leave effects to the next process, which takes them when their lease is over. */
  const settled = (): Promise<void> =>
    until(
      () => allDone(connection),
      () => 'all is applied and sent',
      PATIENCE_MS,
    );

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
    const stored = await answersIn(connection);
    expect(stored).toHaveLength(talkers.length * QUESTIONS.length);
    const typed = stored.flatMap(({ value }) => (value === undefined ? [] : [value])).map(String);
    const each = ['securite', '25', 'segou', 'true', 'ecole', '25', 'bamako', 'false'];
    expect(typed.sort()).toEqual([...each, ...each].sort());
    // One of them changes their mind: nothing of theirs is left, the others' answers are.
    const [first] = talkers;
    await answerTo(first!.phone, () => first!.phone.says('effacer'));
    const token = await offered(first!.phone, 'effacer');
    await first!.phone.chooses(token);
    await settled();
    expect(await answersIn(connection)).toHaveLength((talkers.length - 1) * QUESTIONS.length);
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
