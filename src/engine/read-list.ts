import { MAX_BUTTON, MAX_LIST, MAX_LIST_KEY, MAX_LIST_WORDS, MAX_RECORD_FIELDS } from './limits.ts';
import type { ListValue, Value } from './types.ts';

export type ReadList = { ok: true; value: ListValue } | { ok: false; code: string };

/**
 * A list as a call brought it, fit to be kept: flat, short, its labels cut to a button. `offered`: some question offers it,
 * so each record needs a key of its own and a label. A call is another room's work, so nothing is taken on trust.
 */
export function readList(given: readonly unknown[], offered: boolean): ReadList {
  if (given.length > MAX_LIST) return { ok: false, code: 'list_too_long' };
  const value: Record<string, Value>[] = [];
  for (const each of given) {
    const record = readRecord(each);
    if (record === undefined) return { ok: false, code: 'bad_list' };
    if (!keyed(record, offered)) return { ok: false, code: 'bad_list_key' };
    if (offered && (typeof record['label'] !== 'string' || record['label'] === ''))
      return { ok: false, code: 'bad_list_label' };
    value.push(record);
  }
  const keys = value.flatMap(({ key }) => key ?? []);
  return new Set(keys).size === keys.length ? { ok: true, value } : { ok: false, code: 'bad_list_key' };
}

/** What a button can carry on every channel. */
const KEY = new RegExp(`^[A-Za-z0-9_-]{1,${MAX_LIST_KEY}}$`);
const FIELD = /^[a-zA-Z][a-zA-Z0-9_]{0,31}$/;

/** Keys come back from buttons as they are, so they are refused rather than cut. */
function keyed({ key }: Record<string, Value>, offered: boolean): boolean {
  return typeof key === 'string' ? KEY.test(key) : !offered;
}

function readRecord(given: unknown): Record<string, Value> | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const entries = Object.entries(given);
  if (entries.length > MAX_RECORD_FIELDS) return undefined;
  if (!entries.every(([name, held]) => FIELD.test(name) && isValue(held))) return undefined;
  return Object.fromEntries(entries.map(([name, held]) => [name, kept(name, held as Value)]));
}

function isValue(held: unknown): held is Value {
  return held === null || typeof held === 'string' || typeof held === 'boolean' || Number.isFinite(held);
}

function kept(name: string, held: Value): Value {
  if (typeof held !== 'string' || name === 'key') return held;
  return name === 'label' ? cut(oneLine(held), MAX_BUTTON) : cut(held, MAX_LIST_WORDS);
}

const oneLine = (words: string): string => words.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();

/** Never inside a letter as a reader sees it, so that none loses its accent. */
function cut(words: string, max: number): string {
  if (Array.from(words).length <= max) return words;
  let short = '';
  for (const { segment } of LETTERS.segment(words)) {
    if (Array.from(short + segment).length > max - 1) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}

const LETTERS = new Intl.Segmenter('fr', { granularity: 'grapheme' });
