import type { Told } from '../domain/how.ts';
import type { Intent, Lang } from '../domain/language.ts';
import type { Place } from '../domain/place.ts';

/** What was understood: one thing, several it may be (to be asked, not guessed), or nothing. */
export type Match<T> = { kind: 'one'; value: T } | { kind: 'many'; values: T[] } | { kind: 'none' };

/** One option of a closed question, with its labels in every language. */
export interface Option {
  key: string;
  labels: string[];
}

/** How typed words are understood. Every method is pure; `told` hears what it went by. Fits the port of the same name in `engine`. */
export interface Understanding {
  options(options: readonly Option[]): (text: string, told?: Told) => Match<string>;
  several(options: readonly Option[]): (text: string, told?: Told) => Match<string[]>;
  yesNo(text: string, lang: Lang, told?: Told): Match<boolean>;
  number(text: string, lang: Lang, told?: Told): Match<number>;
  place(text: string, told?: Told): Match<Place>;
  date(text: string, frame: DateFrame, told?: Told): Match<string>;
  phone(text: string, told?: Told): Match<string>;
}

/** What a typed day is read by, each as `YYYY-MM-DD`: the day it is typed on, and the days the question takes. */
export interface DateFrame {
  today: string;
  min?: string | undefined;
  max?: string | undefined;
}

/** Fits the port of the same name in `conversation`. */
export interface IntentReader {
  intent(
    text: string,
    told?: Told,
  ): { kind: 'one'; intent: Intent } | { kind: 'many'; intents: Intent[] } | { kind: 'none' };
}

/** Fits the port `WritingReader` of `conversation`. */
export type Writing = { kind: 'nko' } | { kind: 'language'; lang: Lang } | { kind: 'unknown' };

/** A text's place in `locales/<lang>/`: the file `flows/<flow>.yaml`, or `bot.yaml` when `flow` is `bot`. */
export interface TextKey {
  flow: string;
  key: string;
}

/** What may fill a placeholder. */
export type Param = string | number | boolean | null;
