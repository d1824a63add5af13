import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { answerTo, offered, type Phone, telegramPhone, webPhone } from '../app/phones.ts';
import { oggOpus } from '../media/ogg-opus.ts';
import type { TelegramStandIn } from '../telegram/index.ts';
import type { ReadableHouse } from './house.ts';
import { anItem } from './item.ts';
import { type Needle, needlesOfNumber, needlesOfText } from './needles.ts';
import { aColleague, anActivity, anOffice } from './staff.ts';

/** Everything about one person that nobody may find again. */
export interface Canary {
  /** Like a number of Mali, long enough that no number of the house is met by chance. */
  id: number;
  names: readonly string[];
  /** Said as the answer to the open question, and where a number or a place was asked for. */
  texts: readonly [idea: string, notANumber: string, notAPlace: string, outside: string];
  /** As a volunteer. */
  nickname: string;
}

/** What somebody does: the page lets nobody write more than twenty messages a minute (T16), so there each does one. */
type Jobs = readonly ('opinion' | 'volunteer' | 'question')[];

/** Letters only: a digit could be an answer. */
const word = (): string =>
  [...randomBytes(18)].map((byte) => String.fromCharCode(0x61 + (byte % 26))).join('');

export function newCanary(): Canary {
  const id = 22_370_000_000_000 * 10 + randomInt(2 ** 40);
  return {
    id,
    names: [`Nom${word()}`, `Prenom${word()}`, `pseudo${word()}`],
    texts: [`idee ${word()} au puits`, `tel ${word()}`, `Kolo${word()}`, `rien ${word()}`],
    nickname: `Ka${word()}`,
  };
}

/** What is searched for. A web chat's token is its person's id on that channel. */
export const needlesOf = ({ id, names, texts, nickname }: Canary, token?: string): Needle[] => [
  ...needlesOfNumber('user id', id),
  ...names.flatMap((name) => needlesOfText('name', name)),
  ...needlesOfText('nickname', nickname),
  // The unmistakable part of each.
  ...texts.flatMap((text) => needlesOfText('text', text.replace(/^\S+ (\S+).*$/, '$1'))),
  ...(token === undefined ? [] : needlesOfText('web token', token)),
  ...(token === undefined
    ? []
    : [{ what: 'web token', shape: 'bytes', bytes: Buffer.from(token, 'base64url') }]),
];

/** Every so many begins with a voice message; what they say and who they are lies in its bytes. */
const SPEAKS = 4;
export const speakers = (count: number): number => Math.ceil(count / SPEAKS);

const voiceOf = ({ names, texts }: Canary): Buffer =>
  oggOpus({
    seconds: 2,
    comments: names.map((name) => `ARTIST=${name}`),
    words: `${texts[0]} ${names[0] ?? ''}`,
  });

/** Sends a first voice message, by the page or by Telegram. */
const speaking =
  ({ place, telegram }: ReadableHouse, canary: Canary, token: string | undefined) =>
  async (): Promise<void> => {
    const bytes = voiceOf(canary);
    if (token === undefined) {
      telegram.person(canary.id).sends('voice', { bytes });
      return;
    }
    const body = new FormData();
    body.set('id', 'voice');
    body.set('voice', new Blob([new Uint8Array(bytes)], { type: 'audio/ogg' }), 'voice');
    const headers = { authorization: `Bearer ${token}` };
    await fetch(`${place.url}/api/chat/messages`, { method: 'POST', headers, body });
  };

/** Goes the whole way with everything a person may type where something else was asked. */
export async function talkAs(
  { texts, nickname }: Canary,
  phone: Phone,
  jobs: Jobs,
  event: string,
  speak?: () => Promise<void>,
): Promise<void> {
  const say = (text: string): Promise<unknown> => answerTo(phone, () => phone.says(text));
  const tap = (key: string): Promise<unknown> =>
    answerTo(phone, async () => phone.chooses(await offered(phone, key)));
  const [idea, notANumber, notAPlace, outside] = texts;
  await (speak === undefined ? say(outside) : answerTo(phone, speak));
  await tap('fr');
  await tap('accepter');
  await say(outside);
  if (jobs.includes('opinion')) {
    await tap('sondage');
    await tap('eau');
    await say(notANumber);
    await say('25');
    await say(idea);
    await say(notAPlace);
    await say('Gao');
    await tap('yes');
    await say(outside);
  }
  if (jobs.includes('question')) {
    await say('question');
    // Nothing explains it, so a named office gets it.
    await say(idea);
    for (const key of ['charte', 'oui']) await tap(key);
  }
  if (!jobs.includes('volunteer')) return;
  await tap('volontaire');
  // Half of them need a guardian.
  await tap(nickname < 'Kan' ? '15-17' : '18-24');
  await tap('accepte');
  await say(nickname);
  await say(outside);
  await tap('femme');
  await say(notAPlace);
  await say('Gao');
  for (const key of ['sport', 'soir', 'non', event, 'inscrire']) await tap(key);
  await say('nouvelles');
  // The page has no room left for more (see Jobs).
  if (jobs.includes('opinion')) {
    for (const key of ['pas_utile', 'ecrire']) await tap(key);
    await say(idea);
  }
  await tap('abonner');
  if (!jobs.includes('opinion')) return;
  await say('abonnement');
  await tap('semaine');
}

/** To a person of the team, who says nothing. */
async function writesToSomebody({ texts: [idea] }: Canary, phone: Phone): Promise<void> {
  await answerTo(phone, () => phone.says('parler'));
  await answerTo(phone, async () => phone.chooses(await offered(phone, 'ecrire')));
  await phone.says(idea);
}

/** People on both channels, a few at a time; the numbers of needles are returned with them. */
export async function meetAll(
  house: ReadableHouse,
  count: number,
): Promise<{ canaries: Canary[]; needles: Needle[] }> {
  const { place, telegram } = house;
  const canaries = Array.from({ length: count }, newCanary);
  const needles: Needle[] = [];
  const event = await anActivity(house, newCanary(), needles);
  await anItem(house);
  await aColleague(house, newCanary(), needles);
  await anOffice(house);
  const waiting = canaries.map((canary, n) => ({
    ...{ canary, web: n % 2 === 0, jobs: JOBS[n % JOBS.length]! },
    // On both channels by turns.
    speaks: n % SPEAKS === Math.floor(n / SPEAKS) % 2,
  }));
  const meet = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { canary, web, jobs, speaks } = next;
      const phone = web ? await webPhone(place) : named(telegram, canary);
      needles.push(...needlesOf(canary, tokenOf(phone)));
      const speak = speaks ? speaking(house, canary, tokenOf(phone)) : undefined;
      await talkAs(canary, phone, jobs, event, speak);
      if (jobs.includes('opinion')) await writesToSomebody(canary, phone);
      await pause(0);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, meet));
  return { canaries, needles };
}

const AT_ONCE = 12;

/** On the page and on Telegram by turns: an even number of them, so that who does two never does them on the page. */
const JOBS: readonly Jobs[] = [
  ['opinion'],
  ['opinion', 'volunteer'],
  ['volunteer'],
  ['opinion', 'volunteer'],
  ['question'],
  ['opinion', 'volunteer'],
];

/** How many of so many did all of this. */
export const didIt = (count: number, ...done: Jobs[number][]): number =>
  Array.from({ length: count }, (_, n) => JOBS[n % JOBS.length]!).filter((jobs) =>
    done.every((job) => jobs.includes(job)),
  ).length;

export const tokenOf = (phone: Phone): string | undefined =>
  'token' in phone && typeof phone.token === 'string' ? phone.token : undefined;

/** A phone whose every message carries the person's names, as Telegram's do. */
export function named(telegram: TelegramStandIn, { id, names }: Canary): Phone {
  const person = telegram.person(id);
  const [last_name = '', first_name = '', username = ''] = names;
  const from = { id, is_bot: false, first_name, last_name, username, language_code: 'fr' };
  const chat = { id, type: 'private', first_name, last_name, username };
  return {
    ...telegramPhone(telegram, id),
    says: async (text) => void person.writes({ text, from, chat }),
  };
}
