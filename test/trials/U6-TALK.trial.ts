import os from 'node:os';
import { expect, it } from '@jest/globals';
import { readyChild, type RunningChild, upToDate } from '../app/running.ts';
import { talkingPlace } from '../app/talking-place.ts';
import { until } from '../channels/until.ts';
import { testDatabase } from '../mongo/database.ts';
import { askers, askInTalk, isRight, type Told } from '../updates/check/ask-in-talk.ts';
import { chanceOf, published } from '../updates/check/corpus.ts';
import { fillCards, fillLog } from '../updates/check/filled-log.ts';
import { HELD } from '../updates/check/held-family.ts';
import { PUBLIC_URL } from '../updates/signed-log.ts';
import {
  askedByCode,
  askedByPicture,
  askedByText,
  isCalledOurs,
  type Question,
} from '../updates/check/questions.ts';

/** Published items; `U6_ITEMS` makes it shorter. */
const ITEMS = Number(process.env['U6_ITEMS'] ?? 10_000);
const BY_CODE = 80;
const BY_TEXT = 160;
const BY_PICTURE = 40;
/** People who ask at the same moment, in the second half. */
const TOGETHER = 4;
const LIMIT_MS = 2000;
/** Reading every word of 10,000 items on a machine that has much else to do. */
const A_LONG_TIME_MS = 600_000;
const SEED = 20_261_122;
/** Answers that were wrong, in words. */
const SHOWN = 12;

it('U6: is it really yours? asked in a talk on the strict Telegram of a house with 10,000 items', async () => {
  await upToDate();
  const database = await testDatabase();
  // By polling, so that what the house is called outside may be what the copies say it is.
  const place = await talkingPlace(database.uri, { mode: 'polling', keepCalls: 100_000 });
  place.env['PUBLIC_URL'] = PUBLIC_URL;
  let child: RunningChild | undefined;
  try {
    await (await readyChild(place)).stop();
    const { questions, cards, entries } = await fill();
    child = await readyChild(place);
    const began = performance.now();
    const people = await askers(place, TOGETHER);
    await until(
      async () => (await place.connection.collection('update_prints').countDocuments()) === entries,
      () => 'every word was read',
      A_LONG_TIME_MS,
    );
    console.info(
      `U6: ${ITEMS} items, ${entries} entries of the log, ${cards} cards; every word read for the first time in ${((performance.now() - began) / 1000).toFixed(0)} s; load ${load()}`,
    );
    await child.stop();
    child = await readyChild(place);
    const first = await askInTalk(place, people[0]!, questions.find(({ way }) => way === 'text')!);
    console.info(`U6: the first text asked about after a start: ${ms(first)} ms; load ${load()}`);
    const half = questions.length / 2;
    const alone: Told[] = [];
    for (const question of questions.slice(0, half)) alone.push(await askInTalk(place, people[0]!, question));
    print('one at a time', alone);
    const together: Told[] = [];
    const rest = questions.slice(half);
    await Promise.all(
      people.map(async (person) => {
        for (let next = rest.shift(); next !== undefined; next = rest.shift())
          together.push(await askInTalk(place, person, next));
      }),
    );
    print(`${TOGETHER} at once`, together);
    const all = [...alone, ...together];
    const wrong = all.filter((told) => !isRight(told));
    for (const { question, said } of wrong.slice(0, SHOWN))
      console.info(
        `U6: said ${said}, not ${question.right.join('/')}: ${question.how}: ${JSON.stringify(question.text.slice(0, 120))}`,
      );
    expect(all.filter(({ question, said }) => isCalledOurs(question, said))).toEqual([]);
    expect(
      wrong.filter(({ question }) => question.way !== 'text').map(({ question }) => question.how),
    ).toEqual([]);
    expect(1 - wrong.length / all.length).toBeGreaterThanOrEqual(0.95);
    expect(Math.max(first.ms, ...all.map((told) => told.ms))).toBeLessThanOrEqual(LIMIT_MS);
  } finally {
    await child?.stop();
    await place.close();
    await database.drop();
  }

  /** The log, its items and the looks of its cards; and what is asked, well mixed. */
  async function fill(): Promise<{ questions: Question[]; cards: number; entries: number }> {
    const chance = chanceOf(SEED);
    const of = published(HELD, ITEMS, chance);
    const statements = (await of.log.after(0, Infinity)).map(({ statement }) => statement);
    const db = place.connection.db!;
    await fillLog(db, place.env['KEY_FILE']!, statements);
    const { questions: pictures, drawn } = await askedByPicture(of, BY_PICTURE, PUBLIC_URL, chance);
    const cards = await fillCards(db, statements, drawn, chance);
    const asked = [
      ...askedByCode(of, BY_CODE, chance),
      ...askedByText(HELD, of, BY_TEXT, chance),
      ...pictures,
    ];
    const questions = asked
      .map((question) => ({ question, at: chance() }))
      .sort((one, other) => one.at - other.at)
      .map(({ question }) => question);
    return { questions, cards, entries: statements.length };
  }
}, 1_800_000);

function print(how: string, told: readonly Told[]): void {
  const rows = [
    ['all', told] as const,
    ...(['code', 'text', 'picture'] as const).map(
      (way) => [way, told.filter(({ question }) => question.way === way)] as const,
    ),
  ];
  for (const [way, of] of rows) {
    const times = of.map((each) => each.ms).sort((one, other) => one - other);
    const at = (share: number): string =>
      (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
    const right = of.filter(isRight).length;
    console.info(
      `U6: ${how}, ${way}: ${of.length} asked, ${right} answered right; from sent to answered p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms; load ${load()}`,
    );
  }
}

const ms = (told: Told): string => told.ms.toFixed(0);
const load = (): string =>
  os
    .loadavg()
    .map((of) => of.toFixed(1))
    .join(' ');
