import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/store/embedded/ports.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { type CountingPlace, countingPlace } from './counting-place.ts';
import type { Installation } from './installation.ts';
import { answerTo, telegramPhone } from './phones.ts';
import { type Running, startHere } from './running.ts';
import { WEBHOOK_SECRET } from './talking-place.ts';

const LONG_MS = 600_000;
const PEOPLE = 4;
const WORDS = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six'];

describe('C12: one person, two processes', () => {
  let database: TestDatabase;
  let place: CountingPlace;
  const running: Running[] = [];
  const doors: string[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    place = await countingPlace(database.uri);
    for (const each of [place, await beside(place)]) {
      running.push(await startHere(each));
      doors.push(each.url);
    }
  }, LONG_MS);
  afterAll(async () => {
    for (const each of running) await each.stop();
    await place.close();
    await database.drop();
  });

  it(
    'replies come in the order of the messages, also where Telegram makes one of the two wait',
    async () => {
      const people = Array.from({ length: PEOPLE }, (_, n) => 700 + n);
      for (const chat of people) {
        const phone = telegramPhone(place.telegram, chat);
        await answerTo(phone, () => phone.says('hello'));
        const does = { answer: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 };
        place.telegram.fail({ method: 'sendMessage', chat, times: 2, does });
      }
      await Promise.all(people.map(writesTurnAbout));
      await place.settled();
      for (const id of people)
        expect(place.telegram.person(id).received.map(({ text }) => text)).toEqual([
          'Go\n\n?',
          ...WORDS.map((word, n) => `${n + 1} ${word}\n\n?`),
        ]);
    },
    LONG_MS,
  );

  /** Each message to the other process, as soon as the one before it was taken. */
  async function writesTurnAbout(id: number): Promise<void> {
    for (const [n, text] of WORDS.entries()) {
      const from = { id, is_bot: false, first_name: 'P' };
      const message = { message_id: 1000 + n, date: 1, from, chat: { id, type: 'private' }, text };
      const { status } = await fetch(`${doors[n % doors.length]}/webhooks/telegram`, {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET },
        body: JSON.stringify({ update_id: id * 10_000 + n, message }),
      });
      expect(status).toBe(200);
    }
  }
});

/** The same installation at another port. */
async function beside(place: Installation): Promise<Installation> {
  const port = await freePort(`${place.folder}/beside`);
  if (port === undefined) throw new Error('No free port was found.');
  const url = `http://127.0.0.1:${port}`;
  return { ...place, url, env: { ...place.env, PORT: String(port), PUBLIC_URL: url } };
}
