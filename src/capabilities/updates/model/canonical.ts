import { createHash } from 'node:crypto';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Canonical JSON (RFC 8785): keys in the order of their UTF-16 units, numbers and words as ECMAScript writes them. */
export function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(',')}}`;
}

/** SHA-256 of the canonical JSON, in hex. */
export const hashOf = (value: Json): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

const isList = (value: object): value is readonly Json[] => Array.isArray(value);
