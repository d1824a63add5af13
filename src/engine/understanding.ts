import type { Told } from '../domain/how.ts';
import type { Lang } from '../domain/language.ts';
import type { Place } from '../domain/place.ts';

/** One option of a closed question, with its labels in every language. */
export interface Option {
  key: string;
  labels: string[];
}

export type Match<T> = { kind: 'one'; value: T } | { kind: 'many'; values: T[] } | { kind: 'none' };

/** How typed words are understood; the language room has it. Every method is pure and takes what was typed; `told` hears what it went by. */
export interface Understanding {
  /** Compiled once per question. Digits, labels, close spellings; an ambiguity is `many`. */
  options(options: readonly Option[]): (text: string, told?: Told) => Match<string>;
  /** The same for several at once, in the order typed; `many` are the lists it may mean. */
  several(options: readonly Option[]): (text: string, told?: Told) => Match<string[]>;
  yesNo(text: string, lang: Lang, told?: Told): Match<boolean>;
  number(text: string, lang: Lang, told?: Told): Match<number>;
  place(text: string, told?: Told): Match<Place>;
  /** A day as `YYYY-MM-DD`, within the frame. */
  date(text: string, frame: DateFrame, told?: Told): Match<string>;
  /** A phone number as `+223XXXXXXXX`. */
  phone(text: string, told?: Told): Match<string>;
}

/** What a typed day is read by, each as `YYYY-MM-DD`: the day it is typed on, and the days the question takes. */
export interface DateFrame {
  today: string;
  min?: string | undefined;
  max?: string | undefined;
}
