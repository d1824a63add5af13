import type { Lang } from '../../../domain/language.ts';
import { refusal } from '../../../domain/faults.ts';
import { plainLine } from '../../updates/index.ts';
import type { Content } from '../life/entry.ts';

/** One field of a kind of entry: its form, its reading, its page and what may be missing are derived from it. */
export interface FieldSpec {
  name: string;
  /** `lines`: several, each its own; `choice`: one of `Options`; `kept`: set by the page, shown to nobody. */
  kind: 'line' | 'words' | 'lines' | 'day' | 'address' | 'choice' | 'kept';
  /** Longest, in characters. */
  max?: number;
  /** Of the words written here. */
  lang?: Lang;
  /** Nothing is handed in without it. */
  required?: true;
}

/** What a `choice` may be, by the field's name. */
export type Options = Readonly<Record<string, readonly { value: string; label: string }[]>>;

export type FieldFault = 'too_long' | 'bad_date' | 'bad_url' | 'unknown_choice';
export type Faults = Readonly<Record<string, FieldFault>>;

const MAX_URL = 300;
const MAX_KEPT = 80;
/** Lines of one field: each is one more way to ask, and the index holds all of them. */
const MAX_LINES = 12;
const DAY = /^(?:19|20)\d{2}-\d{2}-\d{2}$/;

/**
 * Content from a posted form. Words are tidied; what is wrong is named by a code, for the page has the words.
 * @throws Fault `unknown_field` for a field no page of ours has
 */
export function readForm(
  fields: readonly FieldSpec[],
  options: Options,
  form: Readonly<Record<string, string>>,
): { content: Content; faults: Faults } {
  const known = new Set(['rev', ...fields.map(({ name }) => name)]);
  if (Object.keys(form).some((name) => !known.has(name)))
    throw refusal('unknown_field', 'The form holds a field that is none of ours.');
  const faults: Record<string, FieldFault> = {};
  const content = Object.fromEntries(
    fields.map((field) => {
      const written = tidied(field, form[field.name] ?? '');
      const fault = faultOf(field, written, options);
      if (fault !== undefined) faults[field.name] = fault;
      return [field.name, written];
    }),
  );
  return { content, faults };
}

/** Fields nothing is handed in without, that are empty. */
export const lacksOf = (fields: readonly FieldSpec[], content: Content): string[] =>
  fields.flatMap(({ name, required }) => (required === true && (content[name] ?? '') === '' ? [name] : []));

export const linesOf = (written: string): string[] => written.split('\n').filter((line) => line !== '');

function tidied({ kind }: FieldSpec, typed: string): string {
  if (kind === 'address') return typed.trim();
  if (kind !== 'lines') return plainLine(typed);
  return linesOf(typed.split(/\r?\n/u).map(plainLine).join('\n')).slice(0, MAX_LINES).join('\n');
}

function faultOf(
  { name, kind, max = MAX_KEPT }: FieldSpec,
  written: string,
  options: Options,
): FieldFault | undefined {
  if (written === '') return undefined;
  switch (kind) {
    case 'day':
      return DAY.test(written) && isDay(written) ? undefined : 'bad_date';
    case 'address':
      return written.length > MAX_URL ? 'too_long' : isWebAddress(written) ? undefined : 'bad_url';
    case 'choice':
      return options[name]?.some(({ value }) => value === written) === true ? undefined : 'unknown_choice';
    case 'line':
    case 'words':
    case 'lines':
    case 'kept':
      return written.length > max ? 'too_long' : undefined;
  }
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Only what a browser opens as a page, and nobody's password in it. */
function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s<>"'\\]+$/i.test(address) || !URL.canParse(address)) return false;
  const { username, password, hostname } = new URL(address);
  return username === '' && password === '' && hostname.includes('.');
}
