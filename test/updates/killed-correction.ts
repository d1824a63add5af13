import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { fateId, fateSend } from '../../src/capabilities/updates/receipts/fate-due.ts';
import { keyring, keyringFile } from '../../src/store/keys/keyring.ts';
import { type Colleague, hidden } from '../app/colleague.ts';
import { allDone } from '../app/counting.ts';
import type { Item } from '../app/newsroom.ts';
import { readyChild, type RunningChild } from '../app/running.ts';
import type { TalkingPlace } from '../app/talking-place.ts';
import { until } from '../channels/until.ts';
import { formOf } from './updates-site.ts';

/** What became of a correction, by those who had the former version. */
export interface Reached {
  /** Have it once, and it was never in doubt. */
  once: number;
  /** Reported as unknown: in flight at a kill. Of them, those who have it all the same. */
  unknown: number;
  unknownButThere: number;
  /** Have it twice or more. */
  doubled: number;
  /** Do not have it, and nobody says so. */
  missing: number;
  /** As the page of the item has them. */
  page: { of: number; sent: number; unknown: number; unwanted: number };
  /** From the publication to the last one, without the time a killed process lay still. */
  seconds: number;
  kills: { after: number; stillMs: number }[];
}

export interface Killing {
  place: TalkingPlace;
  people: readonly number[];
  /** The process dies when so many have it. */
  killsAfter: readonly number[];
  /** What a killed process held is free at once, instead of after the ten seconds it is believed to live. */
  leasesEndAtOnce: boolean;
  /** From the kill being due to the kill itself. */
  waitMs: () => number;
  patienceMs: number;
}

/** Words of the correction, and of nothing else. */
const REASON = 'Le nombre des puits était faux.';
/** More messages than these wait at the stand-in for nobody. */
const MOST_WAITING = 200;

/** New people on Telegram say these words, one after the other, all of them each. */
export async function allSay(
  { telegram, connection }: TalkingPlace,
  people: readonly number[],
  words: readonly string[],
  patienceMs: number,
): Promise<void> {
  for (const word of words) {
    for (const id of people) {
      telegram.person(id).says(word);
      while (telegram.updates.size > MOST_WAITING) await pause(5);
    }
    await until(
      async () => telegram.updates.size === 0 && (await allDone(connection)),
      () => `all have said ${word}`,
      patienceMs,
    );
  }
}

/** Written, verified and published by two people over the staff pages. @returns the id of the correction */
export async function correct(editor: Colleague, verifier: Colleague, item: Item): Promise<string> {
  const id = /updates\/([^/?]+)/u.exec(await editor.sends(`/updates/${item.id}/correct`))?.[1] ?? '';
  const rev = hidden(await editor.page(`/updates/${id}/edit`), 'rev');
  await editor.sends(`/updates/${id}/edit`, { ...formOf(item.content), rev, fr_reason: REASON });
  const seen = async (who: Colleague, page: string): Promise<{ seen: string }> => ({
    seen: hidden(await who.page(`/updates/${id}${page}`), 'seen'),
  });
  await editor.sends(`/updates/${id}/submit`, await seen(editor, ''));
  await verifier.sends(`/updates/${id}/verify`, await seen(verifier, '/verify'));
  await editor.sends(`/updates/${id}/publish`, await seen(editor, '/publish'));
  return id;
}

/** Watches a correction go out while its process is killed with SIGKILL again and again. @param child the one that runs */
export async function watchKilled(
  killing: Killing,
  child: { now: RunningChild },
  correction: { id: string; number: string },
): Promise<Reached> {
  const { place, people, killsAfter, patienceMs } = killing;
  const began = performance.now();
  const kills: Reached['kills'] = [];
  for (const after of [...killsAfter].sort((one, other) => one - other)) {
    await until(
      async () => haveIt(place).size >= after || (await ended(place, correction.id)),
      () => `${String(after)} have it`,
      patienceMs,
    );
    await pause(killing.waitMs());
    const before = haveIt(place).size;
    await child.now.kill();
    const died = performance.now();
    if (killing.leasesEndAtOnce) await place.leasesEnd();
    child.now = await readyChild(place);
    await until(
      async () => haveIt(place).size > before + 1 || (await ended(place, correction.id)),
      () => 'it goes on',
      patienceMs,
    );
    kills.push({ after: before, stillMs: performance.now() - died });
  }
  await until(
    () => ended(place, correction.id),
    () => String(haveIt(place).size),
    patienceMs,
  );
  const still = kills.reduce((sum, { stillMs }) => sum + stillMs, 0);
  const seconds = (performance.now() - began - still) / 1000;
  await place.settled();
  return { ...(await counted(place, people, correction)), seconds, kills };
}

async function counted(
  place: TalkingPlace,
  people: readonly number[],
  { id, number }: { id: string; number: string },
): Promise<Omit<Reached, 'seconds' | 'kills'>> {
  const send = await place.connection
    .collection<StoredSend>('update_sends')
    .findOne({ update: fateSend(id, 'corrected') });
  const inDoubt = new Set((send?.doubts ?? []).map((each) => Buffer.from(each.value()).toString('hex')));
  const { fingerprint } = keyring(
    keyringFile.parse(JSON.parse(await readFile(place.env['KEY_FILE']!, 'utf8'))),
  );
  const account = String(place.telegram.bot.id);
  // As src/store/conversations and src/capabilities/updates name a talk, and a doubt about it.
  const doubtOf = (person: number): string => {
    const talk = fingerprint('conversation', 'telegram', account, String(person)).subarray(0, TALK_BYTES);
    const of = fingerprint('update-doubt', fateId('corrected', number, 2), talk.toString('base64url'));
    return of.subarray(0, DOUBT_BYTES).toString('hex');
  };
  const have = haveIt(place);
  const all = people.map((person) => ({
    times: have.get(person) ?? 0,
    unknown: inDoubt.has(doubtOf(person)),
  }));
  const count = (which: (one: (typeof all)[number]) => boolean): number => all.filter(which).length;
  return {
    once: count(({ times, unknown }) => times === 1 && !unknown),
    unknown: count(({ unknown }) => unknown),
    unknownButThere: count(({ times, unknown }) => times === 1 && unknown),
    doubled: count(({ times }) => times > 1),
    missing: count(({ times, unknown }) => times === 0 && !unknown),
    page: {
      of: send?.of ?? 0,
      sent: (send?.sent ?? 0) - inDoubt.size,
      unknown: inDoubt.size,
      unwanted: send?.unwanted ?? 0,
    },
  };
}

const TALK_BYTES = 16;
const DOUBT_BYTES = 12;

interface StoredSend {
  update: string;
  state: string;
  of: number;
  sent: number;
  unwanted: number;
  doubts?: mongo.Binary[];
}

const ended = async ({ connection }: TalkingPlace, id: string): Promise<boolean> =>
  (await connection
    .collection('update_sends')
    .findOne({ update: fateSend(id, 'corrected'), state: 'done' })) !== null;

/** Who has it, and how often, as the platform has it: what came too late for its sender is there all the same. */
function haveIt({ telegram }: TalkingPlace): Map<number, number> {
  const have = new Map<number, number>();
  for (const { method, params } of telegram.calls) {
    if (method !== 'sendMessage' || !String(params['text']).includes(REASON)) continue;
    const id = Number(params['chat_id']);
    have.set(id, (have.get(id) ?? 0) + 1);
  }
  return have;
}
