import { setTimeout as pause } from 'node:timers/promises';
import { PATIENCE_MS } from '../../app/running.ts';
import type { TalkingPlace } from '../../app/talking-place.ts';
import { words } from '../../app/talk.ts';
import { allSay } from '../killed-correction.ts';
import { type Question, SAID } from './questions.ts';

/** What somebody was told, and how long after they had sent it. */
export interface Told {
  question: Question;
  /** Of the words an answer begins with; `?` where it begins otherwise. */
  said: string;
  text: string;
  ms: number;
}

/** As far as a time is told apart. */
const LOOK_MS = 5;

/** People on Telegram who have agreed to talk, each free to ask. */
export async function askers(place: TalkingPlace, count: number, first = 5000): Promise<number[]> {
  const people = Array.from({ length: count }, (_, n) => first + n);
  await allSay(place, people, ['bonjour', '1', '1'], PATIENCE_MS);
  return people;
}

/** Asks as a person does: a number or words after `verif`, a longer text or a picture when the bot has asked for it. */
export async function askInTalk(place: TalkingPlace, id: number, question: Question): Promise<Told> {
  const person = place.telegram.person(id);
  const { picture, text } = question;
  const asksFirst = picture !== undefined || text.includes('\n');
  if (asksFirst) await answered(place, id, () => person.says('verif'));
  const { heard, ms } = await answered(place, id, () => {
    if (picture !== undefined) person.sends('photo', { bytes: picture });
    else person.says(asksFirst ? text : `verif ${text}`);
  });
  return { question, said: saidIn(heard), text: heard, ms };
}

/** Whether what was said is right, and names the item that was asked about. */
export const isRight = ({ question: { right, number }, said, text }: Told): boolean =>
  right.includes(said) && text.includes(number);

/** One message to the bot and its answer, from the moment the platform has the one until it has the other. */
async function answered(
  { telegram }: TalkingPlace,
  id: number,
  act: () => void,
): Promise<{ heard: string; ms: number }> {
  const from = telegram.calls.length;
  const began = performance.now();
  act();
  for (;;) {
    const call = telegram.calls
      .slice(from)
      .find(({ method, params }) => method === 'sendMessage' && Number(params['chat_id']) === id);
    const ms = performance.now() - began;
    if (call !== undefined) return { heard: String(call.params['text']), ms };
    if (ms > PATIENCE_MS) throw new Error('Nobody answered.');
    await pause(LOOK_MS);
  }
}

const MARK = 'ML-0000-0000';
/** The words each kind of answer begins with, up to what differs from item to item. */
const beginnings = SAID.map((key) => {
  const filled = { numero: MARK, titre: MARK, par: MARK };
  const whole = words('fr', [[`verif/${key}`, filled]]);
  const parts = whole.split(MARK);
  return { key, before: parts[0] ?? '', after: (parts[1] ?? '').split('\n')[0] ?? '' };
});

function saidIn(text: string): string {
  const found = beginnings.find(
    ({ before, after }) => text.startsWith(before) && text.split('\n')[0]?.includes(after.trim()) === true,
  );
  return found?.key ?? '?';
}
