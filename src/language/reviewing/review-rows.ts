import type { Doubt } from '../attesting/review-list.ts';
import type { Vocabulary } from '../attesting/vocabulary.ts';
import type { Locale, LocaleText } from '../speaking/locale-text.ts';
import { pluralBase } from '../speaking/plurals.ts';
import type { TermChoice } from '../speaking/terms-file.ts';
import { frenchOf } from './french-of.ts';
import { placeholderTokens } from './placeholder-tokens.ts';
import type { ReviewRow, ReviewState } from './review-row.ts';
import { SHEET_FR } from './sheet-words.fr.ts';
import { type GlossaryFrench, termsOf } from './terms-of.ts';

/** Where a text is met, and how long it may be there. */
export interface TextPlace {
  where: string;
  max?: number;
}

export interface ToReview {
  /** The texts as they are said now. */
  locale: Locale;
  french: Locale;
  /** By `flow/key`; whoever knows the flows knows them. */
  places: ReadonlyMap<string, TextPlace>;
  choices: readonly TermChoice[];
  doubts: readonly Doubt[];
  /** Absent for a language that keeps no list of words. */
  vocabulary?: Vocabulary | undefined;
  glossary?: GlossaryFrench;
}

/** Every text of a language beside its French, in the order of the French files; those it lacks too. */
export function reviewRows(review: ToReview): ReviewRow[] {
  const doubts = grouped(review.doubts, ({ text }) => text);
  return Array.from(review.french).flatMap(([flow, french]) => {
    const own = grouped(review.locale.get(flow) ?? [], ([key]) => pluralBase(key));
    const bases = new Set(Array.from(french.keys(), pluralBase));
    return [...bases].flatMap((base) => {
      const texts = own.get(base) ?? [[french.has(base) ? base : `${base}_other`, undefined] as const];
      return texts.map(([key, text]) =>
        rowOf(review, { flow, key, text }, doubts.get(`${flow}/${key}`) ?? []),
      );
    });
  });
}

function rowOf(
  { french, places, choices, vocabulary, glossary = new Map() }: ToReview,
  { flow, key, text }: { flow: string; key: string; text: LocaleText | undefined },
  doubts: readonly Doubt[],
): ReviewRow {
  const id = `${flow}/${key}`;
  const place = places.get(id) ?? places.get(`${flow}/${pluralBase(key)}`);
  const source = frenchOf(french, flow, key)?.text ?? '';
  const remark = text?.review?.remark ?? '';
  return {
    ...{ id, flow, key, where: place?.where ?? '', french: source, text: text?.text ?? '' },
    state: stateOf(text),
    placeholders: placeholderTokens(source),
    terms: text === undefined || vocabulary === undefined ? [] : termsOf(text, vocabulary, choices, glossary),
    doubts: [
      ...(remark === '' ? [] : [SHEET_FR.remarked(remark, text?.review?.by ?? '')]),
      ...doubts.map(SHEET_FR.doubt),
    ],
    ...(text?.reviewed === true && text.review !== undefined && { reviewed: text.review }),
    ...(place?.max !== undefined && { max: place.max }),
  };
}

function stateOf(text: LocaleText | undefined): ReviewState {
  if (text === undefined) return 'absent';
  if (text.reviewed) return 'reviewed';
  return text.kept === undefined ? 'draft' : 'kept';
}

function grouped<T>(all: Iterable<T>, nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(nameOf(one));
    if (group === undefined) groups.set(nameOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
