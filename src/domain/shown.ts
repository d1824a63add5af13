import { CHOICE_WAYS, type ChoiceWay } from './choice-limits.ts';
import type { Choice, Outbound } from './message.ts';

/** What is said at once, before any channel has it. */
export type Said = Pick<Outbound, 'text' | 'choices' | 'audio' | 'image' | 'asks' | 'asksNoMore'>;

/** A message as somebody would see it on a channel, made by the functions that send there; nothing leaves. */
export interface Shown {
  /** How its choices stand there; `words`: it has none. */
  way: ChoiceWay['way'] | 'words';
  /** What arrives, one after the other. `keys`: what can be pressed under it, or the rows of its list. */
  messages: readonly { text: string; keys: readonly string[] }[];
  /** What its words and keys weigh, as they are sent. */
  bytes: number;
  /** Its recording or picture: in the same message, in one after it, or not at all. */
  file?: 'with' | 'after' | 'left_out';
  /** What an SMS costs, of all its messages. */
  sms?: { parts: number; units: number; coding: 'gsm' | 'ucs2'; cut: boolean };
  /** It would not leave. */
  refused?: string;
  /** Labels that keep it from a way the channel would take before. */
  tight: readonly Tight[];
}

/** A label too long for one of its channel's ways, in characters as people count them. */
export interface Tight {
  label: string;
  has: number;
  most: number;
  way: ChoiceWay['way'];
}

/** A channel where messages can be looked at before anything leaves. */
export interface Preview {
  /** The channel's own id. */
  id: string;
  show(said: Said): Shown;
}

/** The labels that do not fit a way of this channel, where it would take that way for so many choices. */
export const tightOn = (channel: string, choices: readonly Pick<Choice, 'label'>[]): Tight[] =>
  CHOICE_WAYS.filter((way) => way.channel === channel && choices.length <= way.most).flatMap(
    ({ way, label: most }) =>
      choices.flatMap(({ label }) => {
        const has = Array.from(label).length;
        return has > most ? [{ label, has, most, way }] : [];
      }),
  );

/** UTF-8 bytes of all of it. */
export const weightOf = (messages: Shown['messages']): number =>
  messages.reduce(
    (sum, { text, keys }) => sum + [text, ...keys].reduce((bytes, words) => bytes + utf8(words), 0),
    0,
  );

const utf8 = (words: string): number => new TextEncoder().encode(words).length;
