import type { Place } from '../../domain/place.ts';
import { typingErrors } from '../matching/distance.ts';
import { readNumber } from '../numbers/read-number.ts';

/** Communes of the district, whose names are numbers. */
export const COMMUNES_OF_BAMAKO: readonly Place[] = ['I', 'II', 'III', 'IV', 'V', 'VI'].map(
  (roman, index) => ({ slug: `bamako/commune-${index + 1}`, name: `Commune ${roman}`, region: 'bamako' }),
);

/**
 * A commune of Bamako by its number: "commune 4 de Bamako", "C4", *komini naani*, "commune IV". Takes safe folding. The
 * words forgive a typing error, the number none: it would be another commune.
 */
export function readCommuneOfBamako(safe: string): Place | undefined {
  const words = safe.replace(/\b(c|com|commune|komini)(?=\d)/gu, '$1 ').split(' ');
  if (words.length > MAX_WORDS || !words.some(isCommune)) return undefined;
  const rest = words.filter((word) => !isCommune(word) && !isFrame(word));
  return rest.length === 1 ? COMMUNES_OF_BAMAKO[numberOf(rest[0] ?? '') - 1] : undefined;
}

/** "commune numéro quatre du district de Bamako". */
const MAX_WORDS = 7;

const isCommune = (word: string): boolean =>
  /^c(?:om)?$/u.test(word) || isNear(word, 'commune') || isNear(word, 'komini');

const isFrame = (word: string): boolean =>
  /^(?:de|du|la|bko|no?|numero|nimoro|district)$/u.test(word) || isNear(word, 'bamako');

const isNear = (word: string, known: string): boolean => typingErrors(word, known, 1) !== undefined;

const ROMANS: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi'];

function numberOf(word: string): number {
  const roman = ROMANS.indexOf(word) + 1;
  const found = roman > 0 ? undefined : readNumber(word, 'fr');
  return found?.kind === 'one' ? found.value : roman;
}
