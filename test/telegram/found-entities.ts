import type { Entity } from './shapes.ts';

/** What Telegram itself finds in words somebody typed; offsets in UTF-16 units, in the order of the text. */
export function entitiesIn(text: string): Entity[] {
  return FOUND.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ type, offset: index, length: words.length })),
  )
    .sort((one, other) => one.offset - other.offset || other.length - one.length)
    .filter((entity, at, all) => !all.slice(0, at).some((before) => overlaps(before, entity)));
}

const START = '(?<![\\p{L}\\p{N}_/@#])';

const FOUND: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['bot_command', new RegExp(`${START}/[A-Za-z0-9_]{1,64}(?:@\\w{3,32})?(?![\\p{L}\\p{N}_])`, 'gu')],
  ['email', /[\w.+-]{1,64}@[\w-]{1,64}\.[A-Za-z]{2,10}/gu],
  ['url', /https?:\/\/[^\s]+|(?<![\w@.])(?:[\w-]{1,60}\.)+(?:org|com|net|ml|me)(?:\/[^\s]*)?/gu],
  ['mention', new RegExp(`${START}@[A-Za-z]\\w{3,31}`, 'gu')],
  ['hashtag', new RegExp(`${START}#[\\p{L}\\p{N}_]{1,64}`, 'gu')],
  ['phone_number', /(?<![\d+])\+\d{10,14}(?!\d)/gu],
];

const overlaps = (one: Entity, other: Entity): boolean =>
  one.offset < other.offset + other.length && other.offset < one.offset + one.length;
