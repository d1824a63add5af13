import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayOf, daysAfter } from '../../src/domain/clock.ts';
import { SEND } from '../../src/capabilities/updates/send/send-due.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { type Colleague, colleague, fact } from './colleague.ts';
import { type Item, publish } from './newsroom.ts';
import type { Heard } from './phones.ts';
import { atOnce, type Reader, readers } from './readers.ts';
import { PATIENCE_MS, readyChild, type RunningChild, startHere, upToDate } from './running.ts';
import { words } from './talk.ts';
import { type TalkingPlace, talkingPlace } from './talking-place.ts';

const LONG_MS = 600_000;
/** Eight seconds of sending: time enough on a busy machine to stop, and to kill, in the middle. */
const WEB = 160;
const ON_TELEGRAM = 40;
/** Of those whose turn has not come when they leave. */
const LEAVE_EACH_WAY = 8;
/** Telegram answers so late that some answers are always on their way. */
const ANSWERS_AFTER_MS = 1_500;

/** Longer than anybody takes to leave. */
const REST_MS = 3_600_000;

beforeAll(() => upToDate(), LONG_MS);

describe('U10, T26: an item on its way to 200 subscribers, some of whom leave, and a kill -9 in the middle', () => {
  let database: TestDatabase;
  let place: TalkingPlace;
  let child: RunningChild | undefined;

  beforeEach(async () => {
    database = await testDatabase();
    place = await talkingPlace(database.uri, { keepCalls: 100_000 });
  });
  afterEach(async () => {
    await child?.stop();
    child = undefined;
    await place.close();
    await database.drop();
  });

  it(
    'who stays has it once, who left gets nothing after, and the page adds up',
    async () => {
      const { house, ...here } = await startHere(place);
      const editor = await colleague(place, house.staff, 'editor', 'Awa Diarra');
      const verifier = await colleague(place, house.staff, 'verifier', 'Binta Diarra');
      await here.stop();
      child = await readyChild(place);
      const all = await readers(place, { web: WEB, onTelegram: ON_TELEGRAM });
      const { telegram, connection } = place;
      expect(await connection.collection('update_subscriptions').countDocuments({ active: true })).toBe(
        all.length,
      );

      telegram.fail({ method: 'sendMessage', times: 100_000, does: { waitsMs: ANSWERS_AFTER_MS } });
      const item = await publish(editor, verifier, { reviewBy: daysAfter(dayOf(Date.now()), 200) });
      await until(
        async () => (await connection.collection('update_sends').findOne({ sent: { $gt: 20 } })) !== null,
        () => 'the first page',
        PATIENCE_MS,
      );
      // It rests while they leave, however long that takes, and goes on without them.
      await child.stop();
      await sendGoesOn(Date.now() + REST_MS);
      child = await readyChild(place);
      const left = await someLeave(all, item);
      const before = telegram.written();
      await sendGoesOn(Date.now());
      await until(
        () => telegram.written() > before,
        () => 'something is on its way',
        PATIENCE_MS,
      );
      await child.kill();
      await place.leasesEnd();
      child = await readyChild(place);
      await ended(editor, item);
      // What was in doubt is counted by whoever takes it over.
      await place.settled();
      const page = await ended(editor, item);

      const counts = ['Envoyées', 'Plus voulues', 'Peut-être perdues', 'Abonnés au départ'].map((term) =>
        Number(fact(page, term)),
      );
      const [sent = 0, unwanted = 0, doubtful = 0, of] = counts;
      expect([of, sent + unwanted + doubtful]).toEqual([all.length, all.length]);
      const times = new Map(
        await Promise.all(all.map(async (one) => [one, await timesHeard(one, item)] as const)),
      );
      const stayed = all.filter((one) => !left.has(one));
      const without = stayed.filter((one) => times.get(one) === 0);
      expect([...times.values()].filter((n) => n > 1)).toEqual([]);
      expect(without.filter(({ channel }) => channel === 'web')).toEqual([]);
      expect(without.length).toBeLessThanOrEqual(doubtful);
      // Who has it is counted as sent or in doubt; who left at the very moment their turn came, as either.
      const have = [...times.values()].filter((n) => n === 1).length;
      console.info(
        `U10: ${sent} sent, ${unwanted} not wanted, ${doubtful} in doubt; ${have} have it, ${without.length} who stayed do not, ${left.size} left`,
      );
      expect(have).toBeGreaterThanOrEqual(sent - left.size);
      expect(have).toBeLessThanOrEqual(sent + doubtful + left.size);
      expect(unwanted).toBeGreaterThan(0);
      for (const [one, whenLeft] of left) expect(await heardAfter(one, item, whenLeft)).toEqual([]);
    },
    LONG_MS,
  );

  const sendGoesOn = async (at: number): Promise<void> => {
    const moved = await place.connection
      .collection('due_dates')
      .updateOne({ kind: SEND, holder: { $exists: false } }, { $set: { at } });
    expect(moved.matchedCount).toBe(1);
  };

  /** Some who do not have it yet say stop, some end the subscription, some erase everything. @returns what each had heard by then */
  async function someLeave(all: readonly Reader[], item: Item): Promise<Map<Reader, number>> {
    const have = new Set(await had(all, item));
    const rest = all.filter((one) => !have.has(one));
    const leaving = WAYS.flatMap((way, at) =>
      rest
        .filter((_, index) => index % WAYS.length === at)
        // Telegram is slow here: its buttons are not there yet when they are seen to be on their way.
        .filter(({ channel }) => way.tap === undefined || channel === 'web')
        .slice(-LEAVE_EACH_WAY)
        .map((one) => ({ one, way })),
    );
    const left = new Map<Reader, number>();
    await atOnce(leaving, async ({ one, way }) => {
      await one.phone.says(way.word);
      if (way.tap !== undefined) await one.phone.chooses(await button(one, way.tap));
      left.set(one, await position(one, ({ text }) => text.includes(words('fr', [way.goodbye]))));
    });
    return left;
  }

  const had = async (all: readonly Reader[], item: Item): Promise<Reader[]> => {
    const times = await Promise.all(all.map((one) => timesHeard(one, item)));
    return all.filter((_, index) => times[index] !== 0);
  };

  const timesHeard = async ({ phone }: Reader, { number }: Item): Promise<number> =>
    (await phone.heard()).filter(({ text }) => brings(text, number)).length;

  const heardAfter = async ({ phone }: Reader, { number }: Item, after: number): Promise<string[]> =>
    (await phone.heard())
      .slice(after)
      .map(({ text }) => text)
      .filter((text) => brings(text, number));

  async function ended(editor: Colleague, { id }: Item): Promise<string> {
    let page = '';
    await until(
      async () => {
        page = await editor.page(`/updates/${id}`);
        return page.includes('<strong>Terminé</strong>');
      },
      () => page,
      PATIENCE_MS,
    );
    return page;
  }
});

/** How somebody leaves: a word, a button under what it brings, and what they are told then. */
const WAYS: readonly { word: string; tap?: string; goodbye: string }[] = [
  { word: 'stop', goodbye: 'stop/arrete.ask' },
  { word: 'nouvelles', tap: 'arreter', goodbye: 'nouvelles/arrete' },
  { word: 'effacer', tap: 'effacer', goodbye: 'mes-donnees/adieu.ask' },
];

/** The key of a choice stands at the end of its token (src/conversation/choice-token.ts). */
const KEY_FROM = 17;

/** The item itself may come at that very moment, before or after the answer. */
async function button(one: Reader, key: string): Promise<string> {
  const isIt = ({ id }: { id: string }): boolean => id.slice(KEY_FROM) === key;
  const at = await position(one, ({ choices }) => choices.some(isIt));
  return (await one.phone.heard())[at - 1]!.choices.find(isIt)!.id;
}

/** How many messages somebody has heard up to the one that is waited for, itself included. */
async function position({ phone }: Reader, isIt: (heard: Heard) => boolean): Promise<number> {
  let at = -1;
  await until(
    async () => {
      at = (await phone.heard()).findIndex(isIt);
      return at >= 0;
    },
    () => 'an answer',
    PATIENCE_MS,
  );
  return at + 1;
}

/** Brought unasked: who reads it in the list of news is not told how to leave. */
const brings = (text: string, number: string): boolean =>
  text.includes(number) && text.includes(words('fr', ['nouvelle-publiee/partir']));
