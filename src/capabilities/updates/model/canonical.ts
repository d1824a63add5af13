import { createHash } from 'node:crypto';
import { Fault } from '../../../domain/faults.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Canonical JSON (RFC 8785): keys in the order of their UTF-16 units, numbers and words as ECMAScript writes them.
 * @throws Fault `not_canonical` for what I-JSON (RFC 7493) has no form of: half a character, a number that is none
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return wholeWords(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw refused('a number that is none');
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  // The types say so; what comes out of a database may not know them.
  if (typeof value !== 'object') throw refused(`a value of the kind ${typeof value}`);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${wholeWords(key)}:${canonicalJson(held)}`).join(',')}}`;
}

/** SHA-256 of the canonical JSON, in hex. */
export const hashOf = (value: Json): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Half of a pair of UTF-16 units has no bytes in UTF-8: two texts that differ there would have one signature. */
function wholeWords(text: string): string {
  if (/\p{Cs}/u.test(text)) throw refused('half a character');
  return JSON.stringify(text);
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

const refused = (what: string): Fault =>
  new Fault('refusal', 'not_canonical', `Canonical JSON has no form for ${what}.`);
