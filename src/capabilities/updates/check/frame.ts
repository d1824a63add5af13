import { tidy } from '../../../language/index.ts';
import type { PublishedText } from './published-text.ts';
import { codeKey, type Text, type Word, wordsOf } from './words.ts';

/** What stands around an item wherever we show it: how it is founded, its source, its days, its address. */
export interface Frame {
  /** Runs of words, the longest first. */
  runs: readonly (readonly string[])[];
  links: ReadonlySet<string>;
  /** Lines and addresses as letters and digits alone, for those that were cut. */
  letters: readonly string[];
}

/** Nothing stands around it. */
export const NO_FRAME: Frame = { runs: [], links: new Set(), letters: [] };

/** The words around one item, line by line: whole lines of what is said, and each value in them. */
export type Wrappings = (text: PublishedText) => { lines: readonly string[]; links: readonly string[] };

export function frameOf(text: PublishedText, wrappings: Wrappings): Frame {
  const { lines, links } = wrappings(text);
  const single = lines.flatMap((line) => line.split('\n'));
  const runs = single
    .map((line) => wordsOf(line).words.map(({ safe }) => safe))
    .filter((run) => run.length > 0);
  return {
    runs: runs.sort((one, other) => other.length - one.length),
    links: new Set(links.flatMap((link) => wordsOf(link).words.map(({ safe }) => safe))),
    letters: [
      ...single,
      ...links,
      ...links.map((link) => link.replace(/^https?:\/\//u, '')),
      text.number,
    ].map(lettersOf),
  };
}

/** What a word around our words is: one of ours, a label that means something beside one of them only, or neither. */
export type Around = 'value' | 'label' | 'strange';

/**
 * Which of these words of a claim stand around the item anyway. What is left is somebody else's: a day that was changed
 * in the foot, another number, a link that does not lead to us.
 */
export function inFrame(
  claim: Text,
  [from, to]: readonly [number, number],
  frame: Frame,
  number: string,
): Around[] {
  const words = claim.words.slice(from, to);
  const known = words.map(({ kind, safe }) => {
    if (kind === 'link') return frame.links.has(safe) || isOurs(safe, frame.links);
    return kind === 'code' && safe === codeKey(number.toLowerCase());
  });
  for (const run of frame.runs)
    for (let at = 0; at + run.length <= words.length; at++)
      if (run.every((key, nth) => words[at + nth]?.safe === key && known[at + nth] !== true))
        known.fill(true, at, at + run.length);
  const around = words.map(({ kind, safe }, at): Around => {
    if (known[at] === true) return 'value';
    return kind === 'word' && LABELS.has(safe) ? 'label' : 'strange';
  });
  if (to === claim.words.length) cutAtEnd(claim, words, around, frame);
  if (from === 0) cutAtStart(claim, words, around, frame);
  return around;
}

/** They are all ours, and not labels alone: "with a person" may as well be the end of a sentence. */
export const isAround = (words: readonly Around[]): boolean =>
  words.includes('value') && !words.includes('strange');

/** The address of an item may be followed by where a reader came from. */
const isOurs = (link: string, links: ReadonlySet<string>): boolean =>
  [...links].some((ours) => link.startsWith(`${ours}?`) || link.startsWith(`${ours}#`));

/** What is left of a line of the foot that was cut; fewer letters than that begin with anything. */
const MIN_LETTERS = 4;

function cutAtEnd(claim: Text, words: readonly Word[], around: Around[], { letters }: Frame): void {
  const stranger = around.indexOf('strange');
  for (let at = 0; stranger >= 0 && at <= stranger; at++) {
    const left = lettersOf(claim.source.slice(words[at]?.from));
    if (left.length < MIN_LETTERS && words[at]?.before !== 'line') continue;
    if (left !== '' && letters.some((line) => line.startsWith(left))) return void around.fill('value', at);
  }
}

function cutAtStart(claim: Text, words: readonly Word[], around: Around[], { letters }: Frame): void {
  const stranger = around.lastIndexOf('strange');
  for (let at = words.length - 1; stranger >= 0 && at >= stranger; at--) {
    const left = lettersOf(claim.source.slice(0, words[at]?.to));
    if (left.length >= MIN_LETTERS && letters.some((line) => line.endsWith(left)))
      return void around.fill('value', 0, at + 1);
  }
}

const lettersOf = (text: string): string =>
  tidy(text)
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The words before a value, in our talks, on our pages and in the pack for sending on. */
const LABELS: ReadonlySet<string> = new Set(
  wordsOf(`
    source date lieu écrit par une personne vérifié par une autre payé financé publié publiée publication numéro n° version
    nouvelle vérifiée vérifier vérifiez sur ici lien lire voir suite texte intégral le du au la de à pour avec benkan code
    bɔyɔrɔ don yɔrɔ san kalo tile mɔgɔ kelen y'a sɛbɛn mɔgɔ wɛrɛ y'a sɛgɛsɛgɛ wari bɔra fɛ la kan`).words.map(
    ({ safe }) => safe,
  ),
);
