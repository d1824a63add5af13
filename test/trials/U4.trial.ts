import os from 'node:os';
import { expect, it } from '@jest/globals';
import { seededChance } from '../../src/domain/seeded-chance.ts';
import { colleague } from '../app/colleague.ts';
import { publish } from '../app/newsroom.ts';
import { readyChild, type RunningChild, startHere, upToDate } from '../app/running.ts';
import { talkingPlace } from '../app/talking-place.ts';
import { testDatabase } from '../mongo/database.ts';
import { allSay, correct, watchKilled } from '../updates/killed-correction.ts';

/** Who has the item; `U4_PEOPLE` makes it shorter. */
const PEOPLE = Number(process.env['U4_PEOPLE'] ?? 10_000);
const KILLS = 10;
const SEED = 20_261_122;
const FIRST_PERSON = 100_000;
/** Telegram's answer takes so long, so that some are always on their way. */
const ANSWERS_AFTER_MS = 250;
/** A send goes on at 25 a second; nobody waits longer than this for one step of it. */
const PATIENCE_MS = 1_500_000;

it('U4, T26: a correction of what 10,000 people received, at the pace of a send, the process killed ten times', async () => {
  if (process.env['BENKAN_MAIN'] === undefined) await upToDate();
  const database = await testDatabase();
  const place = await talkingPlace(database.uri, { keepCalls: 1_000_000 });
  const child: { now: RunningChild | undefined } = { now: undefined };
  try {
    const { house, ...here } = await startHere(place);
    const editor = await colleague(place, house.staff, 'editor', 'Awa Diarra');
    const verifier = await colleague(place, house.staff, 'verifier', 'Binta Diarra');
    const item = await publish(editor, verifier, {});
    await here.stop();
    child.now = await readyChild(place);
    const people = Array.from({ length: PEOPLE }, (_, n) => FIRST_PERSON + n);
    const began = performance.now();
    await allSay(place, people, ['/start nouvelles', '1', '1'], PATIENCE_MS);
    const receipts = await place.connection.collection('update_receipts').countDocuments();
    print(`${PEOPLE} people on the strict Telegram: ${receipts} received the item, in ${seconds(began)} s`);
    expect(receipts).toBe(PEOPLE);

    const chance = seededChance(SEED);
    place.telegram.fail({ method: 'sendMessage', times: 1_000_000, does: { waitsMs: ANSWERS_AFTER_MS } });
    const sent = performance.now();
    const id = await correct(editor, verifier, item);
    const reached = await watchKilled(
      {
        ...{ place, people, leasesEndAtOnce: false, patienceMs: PATIENCE_MS },
        killsAfter: Array.from({ length: KILLS }, () => Math.floor(chance() * PEOPLE * 0.98)),
        waitMs: () => chance() * 1000,
      },
      child as { now: RunningChild },
      { id, number: item.number },
    );
    for (const { after, stillMs } of reached.kills)
      print(`killed with SIGKILL when ${after} had it; it went on ${(stillMs / 1000).toFixed(1)} s later`);
    const { once, unknown, unknownButThere, doubled, missing, page } = reached;
    print(
      `${once} have it once, ${unknown} reported as unknown (${unknownButThere} of them have it once), ${doubled} doubled, ${missing} missing`,
    );
    print(
      `the page says: of ${page.of}: ${page.sent} sent, ${page.unknown} perhaps lost, ${page.unwanted} not wanted`,
    );
    print(
      `${seconds(sent)} s in all; ${(PEOPLE / reached.seconds).toFixed(1)} a second while a process lived`,
    );
    expect({ doubled, missing, all: once + unknown }).toEqual({ doubled: 0, missing: 0, all: PEOPLE });
    expect(page).toMatchObject({ of: PEOPLE, sent: PEOPLE - page.unknown, unwanted: 0 });
  } finally {
    await child.now?.stop();
    await place.close();
    await database.drop();
  }
}, 3_600_000);

const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(0);
const load = (): string =>
  os
    .loadavg()
    .map((of) => of.toFixed(1))
    .join(' ');
const print = (line: string): void => void process.stdout.write(`U4: ${line}; load ${load()}\n`);
