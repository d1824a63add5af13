import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Print } from '../../../src/capabilities/updates/check/prints/print.ts';
import type { PrintsStore } from '../../../src/capabilities/updates/check/prints/prints-store.ts';
import { publishedIndex } from '../../../src/capabilities/updates/check/published-index.ts';
import { wordsOf } from '../../../src/capabilities/updates/check/words.ts';
import { type Colleague, colleague } from '../../app/colleague.ts';
import { type Item, publish } from '../../app/newsroom.ts';
import { PATIENCE_MS, readyChild, type RunningChild, startHere, upToDate } from '../../app/running.ts';
import { type TalkingPlace, talkingPlace } from '../../app/talking-place.ts';
import { type TestDatabase, testDatabase } from '../../mongo/database.ts';
import { allSay, correct, watchKilled } from '../killed-correction.ts';
import { askers, askInTalk, isRight } from './ask-in-talk.ts';
import { chanceOf, published } from './corpus.ts';
import { fillCards, fillLog } from './filled-log.ts';
import { askedByCode, askedByPicture, askedByText } from './questions.ts';
import { TUNED } from './tuned-family.ts';

const LONG_MS = 600_000;
/** The trials U6-TALK and U4 are the long forms. */
const ITEMS = 300;
const PEOPLE = 60;
const FIRST_PERSON = 6000;

describe('U6: what was read once is not read again at the next start', () => {
  const { log } = published(TUNED, 60, chanceOf(3));
  const words = async () =>
    wordsOf(Object.values((await log.after(40, 1))[0]!.statement.content.texts)[0]!.first).words;
  /** Fingerprints in memory, and how many entries of the log were read for an index that keeps them there. */
  const kept = new Map<number, Print>();
  const store: PrintsStore = {
    after: async (seq, limit) => {
      const found: Print[] = [];
      for (let at = seq + 1; found.length < limit && kept.has(at); at += 1) found.push(kept.get(at)!);
      return found;
    },
    put: async (all) => all.forEach((each) => kept.set(each.seq, each)),
  };
  const started = async () => {
    let read = 0;
    const counted: typeof log.after = async (...asked) => {
      const page = await log.after(...asked);
      read += page.length;
      return page;
    };
    const index = publishedIndex({ after: counted }, store);
    await index.follow();
    const found = index.likely(await words(), 3);
    return { read, found, of: [index.publishers(), index.years()] };
  };

  it('the first start reads all, the next one entry, and both find the same', async () => {
    const [first, second] = [await started(), await started()];
    expect([first.read, second.read]).toEqual([kept.size, 1]);
    expect(first.found.length).toBeGreaterThan(0);
    expect(second).toEqual({ ...first, read: 1 });
  });

  it('where some are missing the log is read from there, and they are there again', async () => {
    const all = kept.size;
    const whole = await started();
    for (const seq of [30, 31, 50]) kept.delete(seq);
    expect(await started()).toEqual({ ...whole, read: 1 + all - 29 });
    expect([kept.size, (await started()).read]).toEqual([all, 1]);
  });

  it('those of another log are not believed', async () => {
    const whole = await started();
    const last = kept.get(kept.size)!;
    kept.set(last.seq, { ...last, hash: 'another' });
    expect(await started()).toEqual({ ...whole, read: 1 + kept.size });
    expect((await started()).read).toBe(1);
  });
});

describe('in talks on the strict Telegram, in a house with 300 items', () => {
  let database: TestDatabase;
  let place: TalkingPlace;
  let child: { now: RunningChild } | undefined;
  let editor: Colleague;
  let verifier: Colleague;
  let item: Item;
  beforeAll(async () => {
    await upToDate();
    database = await testDatabase();
    place = await talkingPlace(database.uri, { keepCalls: 100_000 });
  }, LONG_MS);
  afterAll(async () => {
    await child?.now.stop();
    await place.close();
    await database.drop();
  }, LONG_MS);

  it(
    'U6: numbers, copies that were sent on, and pictures are answered for what they are',
    async () => {
      const { house, ...here } = await startHere(place);
      const chance = chanceOf(9);
      const of = published(TUNED, ITEMS, chance);
      const statements = (await of.log.after(0, Infinity)).map(({ statement }) => statement);
      const db = place.connection.db!;
      await fillLog(db, place.env['KEY_FILE']!, statements);
      const { questions, drawn } = await askedByPicture(of, 5, place.url, chance);
      await fillCards(db, statements, drawn, chance);
      // The copies have the addresses of another house; what is cut inside a word is doubted on purpose.
      const copies = askedByText(TUNED, of, 60, chance).filter(
        ({ text, how }) => !/https/iu.test(text) && !how.includes('cut'),
      );
      const [person = 0] = await askers(place, 1);
      for (const question of [...questions, ...askedByCode(of, 10, chance), ...copies.slice(0, 12)]) {
        const told = await askInTalk(place, person, question);
        expect([told.said, told.text, isRight(told)]).toEqual([told.said, told.text, true]);
      }
      [editor, verifier] = [
        await colleague(place, house.staff, 'editor', 'Awa Diarra'),
        await colleague(place, house.staff, 'verifier', 'Binta Diarra'),
      ];
      item = await publish(editor, verifier, {});
      // What was read of them is there for the next start, and the log is whole.
      expect(await db.collection('update_prints').countDocuments()).toBe(statements.length);
      await here.stop();
    },
    LONG_MS,
  );

  it(
    'U4, T26: a correction whose process is killed twice on its way: each of 60 once, what is in doubt is said',
    async () => {
      child = { now: await readyChild(place) };
      const people = Array.from({ length: PEOPLE }, (_, n) => FIRST_PERSON + n);
      const receipts = place.connection.collection('update_receipts');
      const before = await receipts.countDocuments();
      await allSay(place, people, ['/start nouvelles', '1', '1'], PATIENCE_MS);
      expect((await receipts.countDocuments()) - before).toBe(PEOPLE);
      // Long enough that some are always on their way.
      place.telegram.fail({ method: 'sendMessage', times: 100_000, does: { waitsMs: 300 } });
      const id = await correct(editor, verifier, item);
      const reached = await watchKilled(
        {
          ...{ place, people, killsAfter: [8, 34], leasesEndAtOnce: true, patienceMs: PATIENCE_MS },
          waitMs: () => 100,
        },
        child,
        { id, number: item.number },
      );
      expect(reached).toMatchObject({ doubled: 0, missing: 0 });
      expect(reached.once + reached.unknown).toBe(PEOPLE);
      const { of, sent, unknown, unwanted } = reached.page;
      expect([of, sent + unknown, unwanted]).toEqual([PEOPLE, PEOPLE, 0]);
      expect(reached.kills).toHaveLength(2);
    },
    LONG_MS,
  );
});
