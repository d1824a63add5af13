import { isClassA, type OfferedChoice, type TextKey, type Understanding, type Value } from '../../types.ts';
import type { AskType } from '../../types.ts';

/** A text with what fills it. */
export interface Shown {
  text: TextKey;
  params: Record<string, Value>;
}

/**
 * An answer as its person reads it again: the words of its buttons, a day, a number, a place by its name. Nothing of what
 * is theirs alone, which is not kept for this, and nothing where there are no words for it.
 */
export function shownAnswer(
  type: AskType,
  value: Value,
  offered: readonly OfferedChoice[],
  places: Pick<Understanding, 'place'>,
): Shown[] {
  if (value === null || isClassA(type)) return [];
  if (type === 'number') return [literal(value)];
  if (type === 'date') return [{ text: bot('answer_day'), params: { answer: value } }];
  if (type === 'place') return placeNamed(String(value), places);
  const keys = typeof value === 'boolean' ? [value ? 'yes' : 'no'] : String(value).split(',');
  return keys.flatMap((key) =>
    offered.filter(({ choice }) => choice === key).map(({ label }) => words(label)),
  );
}

const bot = (key: string): TextKey => ({ flow: 'bot', key });

const literal = (answer: Value): Shown => ({ text: bot('answer_given'), params: { answer } });

const words = (label: OfferedChoice['label']): Shown =>
  'literal' in label ? literal(label.literal) : { text: label, params: {} };

/** The gazetteer is asked by the last part of the slug, as a person would write it. */
function placeNamed(slug: string, places: Pick<Understanding, 'place'>): Shown[] {
  const found = places.place(slug.slice(slug.lastIndexOf('/') + 1).replaceAll('-', ' '));
  const among = found.kind === 'one' ? [found.value] : found.kind === 'many' ? found.values : [];
  return among.filter((place) => place.slug === slug).map(({ name }) => literal(name));
}
