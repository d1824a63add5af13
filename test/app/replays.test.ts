import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { type CountingPlace, countingPlace } from './counting-place.ts';
import { answerTo, telegramPhone } from './phones.ts';
import { type Running, startHere } from './running.ts';
import { WEBHOOK_SECRET } from './talking-place.ts';

const LONG_MS = 600_000;
/** More than a conversation's ring holds (64), so that the oldest are looked up in `seen`. */
const MANY = 70;

/** A message as Telegram would bring it, made here so that the same one can come at any time and any number of times. */
interface Update {
  update_id: number;
  message: { text: string; [field: string]: unknown };
}

describe('T11: an update has one effect, however often and in whatever order it comes', () => {
  let database: TestDatabase;
  let place: CountingPlace;
  let running: Running;
  let nextUpdate = 5_000_000;
  let nextPerson = 100;

  beforeAll(async () => {
    database = await testDatabase();
    place = await countingPlace(database.uri);
    running = await startHere(place);
  }, LONG_MS);
  afterAll(async () => {
    await running.stop();
    await place.close();
    await database.drop();
  });

  it(
    '1 to 100 copies at once of up to 4 updates, shuffled; then all of them again after a restart',
    async () => {
      const past: { person: number; words: string[]; updates: Update[] }[] = [];
      const copies = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(copies, fc.infiniteStream(fc.nat()), async (counts, chance) => {
          const person = await newPerson();
          const updates = counts.map((_, n) => update(person, `mot${n}`));
          const all = updates.flatMap((one, n) => Array.from({ length: counts[n]! }, () => one));
          expect(await bring(shuffled(all, chance))).toEqual(all.map(() => 200));
          const words = updates.map(({ message }) => message.text);
          past.push({ person, words, updates });
          await expectOnce(person, words);
        }),
        { numRuns: 8 },
      );
      await running.stop();
      running = await startHere(place);
      for (const { person, words, updates } of past) {
        expect(await bring([...updates, ...updates.toReversed()])).toEqual(updates.flatMap(() => [200, 200]));
        await expectOnce(person, words);
      }
    },
    LONG_MS,
  );

  it(
    'also when so many others came since that the conversation itself has forgotten it',
    async () => {
      const person = await newPerson();
      const updates = Array.from({ length: MANY }, (_, n) => update(person, `mot${n}`));
      for (const one of updates) expect(await bring([one])).toEqual([200]);
      const words = updates.map(({ message }) => message.text);
      await expectOnce(person, words);
      const again = [updates[0]!, updates[1]!, updates[MANY - 1]!];
      expect(await bring([...again, ...again])).toEqual(again.flatMap(() => [200, 200]));
      await expectOnce(person, words);
      await running.stop();
      running = await startHere(place);
      expect(await bring(again)).toEqual(again.map(() => 200));
      await expectOnce(person, words);
    },
    LONG_MS,
  );

  async function newPerson(): Promise<number> {
    const person = (nextPerson += 1);
    const phone = telegramPhone(place.telegram, person);
    await answerTo(phone, () => phone.says('hello'));
    return person;
  }

  function update(person: number, text: string): Update {
    const from = { id: person, is_bot: false, first_name: 'P' };
    const chat = { id: person, type: 'private' };
    return { update_id: (nextUpdate += 1), message: { message_id: nextUpdate, date: 1, from, chat, text } };
  }

  const bring = (updates: readonly Update[]): Promise<number[]> =>
    Promise.all(
      updates.map(async (one) => {
        const { status } = await fetch(`${place.url}/webhooks/telegram`, {
          method: 'POST',
          headers: { 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET },
          body: JSON.stringify(one),
        });
        return status;
      }),
    );

  /** Each word was counted and answered once: the numbers run from 1 without a gap, and each word stands beside one. */
  async function expectOnce(person: number, words: readonly string[]): Promise<void> {
    await place.settled();
    const replies = (await telegramPhone(place.telegram, person).heard()).slice(1).map(({ text }) => text);
    const parts = replies.map((text) => /^(\d+) (\w+)\n\n\?$/.exec(text));
    expect(parts.map((part) => Number(part?.[1]))).toEqual(words.map((_, n) => n + 1));
    expect(parts.map((part) => part?.[2]).sort()).toEqual([...words].sort());
  }
});

function shuffled<T>(items: readonly T[], chance: fc.Stream<number>): T[] {
  const keyed = items.map((item) => ({ item, key: chance.next().value as number }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
