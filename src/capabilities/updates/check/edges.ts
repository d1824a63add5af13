import { isChatter } from './chatter.ts';
import { OPENERS } from './chatter-words.ts';
import { type Frame, inFrame, isAround } from './frame.ts';
import { PLACE_WORDS } from './places.ts';
import type { Text, Word } from './words.ts';

/** What stands before or after our words in a claim. */
export interface Edge {
  /** Words of ours are missing on this side. */
  cut: boolean;
  /** Whoever sent it on says so much: places in the claim, from and to. */
  beside: readonly (readonly [from: number, to: number])[];
  /** Somebody put these to ours. */
  added: readonly (readonly [from: number, to: number])[];
  /** They run into a sentence of ours that they break off: how it ends or begins was changed. */
  broken: boolean;
}

/** One side of the stretch two texts share. */
export interface Side {
  claim: Text;
  /** The claim's words on this side. */
  rest: readonly [from: number, to: number];
  /** Our word next to the stretch that the claim does not have; none where ours ends there. */
  missing: Word | undefined;
  /** A sentence, a title or a paragraph of ours ends at the stretch. */
  whole: boolean;
  frame: Frame;
  number: string;
}

/** What follows our words in a claim. */
export function after(side: Side): Edge {
  const { claim, missing } = side;
  let [from] = side.rest;
  const [, to] = side.rest;
  const next = claim.words[from];
  const alone = from + 1 === to || isParted(claim, from + 1);
  if (alone && next?.before === 'none' && missing !== undefined && isPart(next, missing, 'startsWith'))
    from += 1;
  const edge = told(side, unitsOf(claim, from, to));
  const parted = from === to || isParted(claim, from);
  return {
    ...edge,
    cut: missing !== undefined,
    broken: !side.whole && from < to && !parted && !opensWithAddress(claim.words[from]),
    added: parted || !side.whole || isOwnSentence(claim, from, to, edge) ? edge.added : joined(edge, from),
  };
}

/** What stands before our words in a claim. */
export function before(side: Side): Edge {
  const { claim, missing } = side;
  const [from] = side.rest;
  let [, to] = side.rest;
  const last = claim.words[to - 1];
  const alone = to - 1 === from || (last !== undefined && last.before !== 'none');
  const follows = claim.words[to]?.before === 'none';
  if (alone && follows && last !== undefined && missing !== undefined && isPart(last, missing, 'endsWith'))
    to -= 1;
  const edge = told(side, unitsOf(claim, from, to));
  // After "look what I was sent:" a sentence may begin in its middle; what claims more is shown as added anyway.
  const runsOn = claim.words[to]?.before === 'none';
  return { ...edge, cut: missing !== undefined, broken: !side.whole && from < to && runsOn };
}

/** A line of its own, or words left out by a mark. */
const isParted = ({ words }: Text, at: number): boolean => {
  const word = words[at];
  return word === undefined || word.before === 'line' || word.elided;
};

const opensWithAddress = (word: Word | undefined): boolean => word?.kind === 'link' || word?.kind === 'code';

/** Where the text was cut in the middle of a word. What is left of it must not be a word of another meaning. */
function isPart(part: Word, whole: Word, how: 'startsWith' | 'endsWith'): boolean {
  return (
    part.kind === 'word' &&
    whole.kind === 'word' &&
    (whole.safe[how](part.safe) || whole.ear[how](part.ear)) &&
    !NO_PART.has(part.safe) &&
    !PLACE_WORDS.has(part.safe)
  );
}

const NO_PART = new Set([
  'pas',
  'non',
  'ne',
  'n',
  'ni',
  'sans',
  'te',
  'ma',
  'kana',
  'peu',
  'plus',
  'moins',
  'contre',
]);

/** Stretches of words between marks. */
function unitsOf({ words }: Text, from: number, to: number): (readonly [number, number])[] {
  const units: (readonly [number, number])[] = [];
  let begun = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && words[at]?.before === 'none') continue;
    units.push([begun, at]);
    begun = at;
  }
  return units.filter(([begins, ends]) => ends > begins);
}

function told(
  { claim, frame, number, rest: [from, to] }: Side,
  units: readonly (readonly [number, number])[],
) {
  const around = inFrame(claim, [from, to], frame, number);
  const beside: (readonly [number, number])[] = [];
  const added: (readonly [number, number])[] = [];
  for (const [begins, ends] of units) {
    const marks = around.slice(begins - from, ends - from);
    if (isAround(marks)) continue;
    const ours = marks.includes('value');
    const strangers = claim.words.slice(begins, ends).filter((_, nth) => !ours || marks[nth] === 'strange');
    (isChatter(strangers) ? beside : added).push([begins, ends]);
  }
  return { beside, added };
}

/** A sentence of ours has ended, and no mark parts what follows: it might as well be read as its end. */
const isOwnSentence = (
  { words }: Text,
  from: number,
  to: number,
  { beside }: Pick<Edge, 'beside'>,
): boolean => {
  const first = words[from];
  const [opening] = beside;
  return (
    from === to ||
    first === undefined ||
    first.before !== 'none' ||
    opening?.[0] !== from ||
    OPENERS.has(first.safe)
  );
};

const joined = ({ beside, added }: Pick<Edge, 'beside' | 'added'>, from: number): Edge['added'] => {
  const opening = beside.find(([begins]) => begins === from);
  return opening === undefined ? added : [opening, ...added];
};
