import type { Told } from '../../domain/how.ts';
import { bare } from '../folding/tidy.ts';
import { Typed, typed } from '../folding/typed.ts';
import { plainly } from '../intents/politeness.ts';
import { ClosePhrases, oneInFour } from '../matching/close.ts';
import { Spellings, toMatch } from '../matching/spellings.ts';
import { readNumber } from '../numbers/read-number.ts';
import type { Match, Option } from '../types.ts';

/**
 * Compiles a closed question. What the person typed is, in this order: its place in the list (a digit in any script),
 * a label (exact, safe, French-like), one telling word of a single label, a label with typing errors, a number word.
 * A digit and a label that disagree are `many`.
 */
export function compileOptions(options: readonly Option[]): (text: string, told?: Told) => Match<string> {
  const labels = options.flatMap(({ key, labels }) => labels.map((label) => [label, key] as const));
  const whole = new Spellings<string>([...labels, ...labels.map(withoutArticle)]);
  const words = new Spellings<string>(labels.flatMap(tellingWords));
  const close = new ClosePhrases<string>(
    labels.flatMap((entry) => [entry, withoutArticle(entry)]),
    oneInFour,
  );
  const keys = options.map(({ key }) => key);

  return (text, told) => {
    const utterance = typed(text);
    if (utterance.tooLong || utterance.exact === '') return { kind: 'none' };
    const label = whole.find(utterance, told);
    const listed = numbered(utterance, keys, whole);
    if (listed !== undefined) {
      told?.({ by: 'digit' });
      return agree(listed, label);
    }
    if (label.kind !== 'none') return label;
    const bareOfArticle = stripArticle(utterance.safe);
    const stripped = bareOfArticle === utterance.safe ? undefined : new Typed(bareOfArticle);
    const shorter = stripped === undefined ? NONE : whole.find(stripped, told);
    if (shorter.kind !== 'none') return shorter;
    const word = words.find(utterance, told && ((how) => told({ ...how, by: 'word' })));
    if (word.kind !== 'none') return word;
    const near = close.find(utterance, told);
    if (near.kind !== 'none') return near;
    const nearer = stripped === undefined ? NONE : close.find(stripped, told);
    return nearer.kind === 'none' ? spelledOut(utterance, keys, told) : nearer;
  };
}

const NONE: Match<string> = { kind: 'none' };

/** `2`, `2.`, `n° 2`, `le 2`, `choix 2`, `2 svp`; also `2 eau`, where both must agree. A minus makes it no place in a list. */
function numbered(
  utterance: Typed,
  keys: readonly string[],
  labels: Spellings<string>,
): Match<string> | undefined {
  if (!/\d/u.test(utterance.safe) || /^[-−–]/u.test(utterance.tidy)) return undefined;
  const found = NUMBERED.exec(plainly(utterance.safe));
  const key = keys[Number(found?.[1]) - 1];
  if (found === null || key === undefined) return undefined;
  if (found[2] === undefined) return { kind: 'one', value: key };
  const beside = labels.find(new Typed(found[2]));
  return beside.kind === 'none' ? undefined : agree({ kind: 'one', value: key }, beside);
}

const NUMBERED = /^(?:(?:no?|numero|choix|option|reponse|le|la|nimoro) ?)?0?(\d{1,2})(?: (\D+))?$/u;

/** A label that is itself a number may stand elsewhere in the list than that number. */
function agree(listed: Match<string>, label: Match<string>): Match<string> {
  return toMatch([...new Set([...meanings(listed), ...meanings(label)])]);
}

const meanings = (found: Match<string>): string[] =>
  found.kind === 'none' ? [] : found.kind === 'one' ? [found.value] : found.values;

/** "deux", *fila*, "la deux": the place in the list, where no label says otherwise. */
function spelledOut({ safe, text }: Typed, keys: readonly string[], told?: Told): Match<string> {
  if (/\d| \S+ /u.test(safe)) return NONE;
  const number = readNumber(text, 'fr');
  const key = number.kind === 'one' ? keys[number.value - 1] : undefined;
  if (key === undefined) return NONE;
  told?.({ by: 'number_words' });
  return { kind: 'one', value: key };
}

const ARTICLE = /^(?:l ?(?=[aeiouyh])|les? |la |une? |des |du |de la |de l ?)(?=.{3})/u;
const stripArticle = (folded: string): string => folded.replace(ARTICLE, '');

const withoutArticle = ([label, key]: readonly [string, string]) =>
  [bare(label).replace(/^(?:l'|les? |la |une? |des |du |de la |de l')(?=.{2})/u, ''), key] as const;

/** Words of a label that may stand for it: from four letters on; one that stands in two labels asks which. */
const tellingWords = ([label, key]: readonly [string, string]) =>
  bare(label)
    .replace(/\b[ldnms]'/gu, '')
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .filter((word) => word.length >= 4)
    .map((word) => [word, key] as const);
