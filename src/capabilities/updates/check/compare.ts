import { foldFrenchLike } from '../../../language/index.ts';
import { type Aligned, align, type Step } from './align.ts';
import { after, before, type Edge } from './edges.ts';
import { type Frame, inFrame, isAround } from './frame.ts';
import type { PublishedText } from './published-text.ts';
import { shown, type Text, type Word } from './words.ts';

/** A passage as we published it and as it stands in the claim, each with the word before and after it. */
export interface Change {
  /** `''` where words were put to ours. */
  was: string;
  /** `''` where words of ours were left out. */
  is: string;
}

/** What a claim makes of one text of ours. */
export interface Comparison {
  text: PublishedText;
  /** Words they share in their order. */
  same: number;
  /** Words of the claim from the first they share to the last. */
  stretch: number;
  /** What differs within. */
  changes: readonly Change[];
  /** What was put before and after it: places in the claim, from and to. */
  added: readonly (readonly [from: number, to: number])[];
  /** Words that are whoever's who sent it on, and claim nothing. */
  beside: readonly string[];
  /** How much of ours is there. */
  part: Part;
}
export type Part = 'whole' | 'beginning' | 'middle' | 'end';

/** Lays a claim over one text of ours; `undefined` where they share nothing. */
export function overlap(claim: Text, { text, lang }: PublishedText): Aligned | undefined {
  const isSame = sameIn(lang);
  return align(claim.words.length, text.words.length, (c, o) => isSame(claim.words[c], text.words[o]));
}

/** What differs between a claim and the text it was laid over. */
export function compare(claim: Text, text: PublishedText, aligned: Aligned, frame: Frame): Comparison {
  const [left, right] = edgesOf(claim, text, frame, aligned);
  const inner = joined(runsOf(aligned.steps).filter((run) => isChange(run, claim, text, frame)));
  return {
    text,
    same: aligned.same,
    stretch: aligned.claim[1] - aligned.claim[0],
    changes: [
      ...inner.map((run) => changeIn(run, claim, text)),
      ...broken(claim, text, aligned, left, right),
    ],
    added: [...left.added, ...right.added],
    beside: [...left.beside, ...right.beside].map(([from, to]) => shown(claim, from, to)),
    part: partOf(left.cut, right.cut),
  };
}

/** Bambara is written as it is heard; French that is spelt otherwise may be another word. */
function sameIn(lang: string): (one: Word | undefined, other: Word | undefined) => boolean {
  const key = lang === 'fr' ? 'safe' : 'ear';
  return (one, other) => one !== undefined && other !== undefined && one[key] === other[key];
}

function edgesOf(claim: Text, text: PublishedText, frame: Frame, { claim: at, ours }: Aligned): [Edge, Edge] {
  const { words } = text.text;
  const sides = { claim, frame, number: text.number };
  const endsAt = (place: number): boolean =>
    place === 0 || place >= words.length || text.parts.includes(place) || words[place]?.before !== 'none';
  return [
    before({ ...sides, rest: [0, at[0]], missing: words[ours[0] - 1], whole: endsAt(ours[0]) }),
    after({ ...sides, rest: [at[1], claim.words.length], missing: words[ours[1]], whole: endsAt(ours[1]) }),
  ];
}

/** A stretch of steps that are not the same, and the places around it. */
interface Run {
  claim: readonly [number, number];
  ours: readonly [number, number];
}

function runsOf(steps: readonly Step[]): Run[] {
  const runs: Run[] = [];
  let [claim, ours] = [steps[0]?.claim ?? 0, steps[0]?.ours ?? 0];
  let open: { claim: number; ours: number } | undefined;
  for (const step of steps) {
    if (step.same && open !== undefined) {
      runs.push({ claim: [open.claim, claim], ours: [open.ours, ours] });
      open = undefined;
    } else if (!step.same) open ??= { claim, ours };
    if (step.claim !== undefined) claim = step.claim + 1;
    if (step.ours !== undefined) ours = step.ours + 1;
  }
  return runs;
}

/** Runs with one word alike between them are one: "n'est pas" made "est" is read as one change. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last !== undefined && run.claim[0] - last.claim[1] <= 1 && run.ours[0] - last.ours[1] <= 1)
      all.splice(-1, 1, { claim: [last.claim[0], run.claim[1]], ours: [last.ours[0], run.ours[1]] });
    else all.push(run);
  }
  return all;
}

/** Words run together or apart are the same words; our own labels between two paragraphs are no part of them. */
function isChange(
  { claim: [c0, c1], ours: [o0, o1] }: Run,
  claim: Text,
  text: PublishedText,
  frame: Frame,
): boolean {
  const [theirs, ours] = [claim.words.slice(c0, c1), text.text.words.slice(o0, o1)];
  if (o0 === o1 && text.parts.includes(o0)) return !isAround(inFrame(claim, [c0, c1], frame, text.number));
  const isWords = [...theirs, ...ours].every(({ kind }) => kind === 'word');
  if (!isWords || theirs.length === 0 || ours.length === 0) return true;
  const run = (words: readonly Word[]): string =>
    text.lang === 'fr'
      ? words.map(({ safe }) => safe).join('')
      : foldFrenchLike(words.map(({ ear }) => ear).join(''));
  return run(theirs) !== run(ours);
}

function changeIn({ claim: [c0, c1], ours: [o0, o1] }: Run, claim: Text, text: PublishedText): Change {
  return { was: shown(text.text, o0 - 1, o1 + 1), is: shown(claim, c0 - 1, c1 + 1) };
}

/** Words with which a sentence of ours was begun or ended otherwise. */
function broken(
  claim: Text,
  text: PublishedText,
  { claim: at, ours }: Aligned,
  left: Edge,
  right: Edge,
): Change[] {
  const changes: Change[] = [];
  if (left.broken) {
    const from = Math.max(0, at[0] - AROUND);
    changes.push({
      was: shown(text.text, Math.max(0, ours[0] - AROUND), ours[0] + 1),
      is: shown(claim, from, at[0] + 1),
    });
  }
  if (right.broken) {
    const to = Math.min(claim.words.length, at[1] + AROUND);
    changes.push({
      was: shown(text.text, ours[1] - 1, Math.min(text.text.words.length, ours[1] + AROUND)),
      is: shown(claim, at[1] - 1, to),
    });
  }
  return changes;
}

/** Enough of a sentence to see how it goes on. */
const AROUND = 6;

const partOf = (cutBefore: boolean, cutAfter: boolean): Part => {
  if (cutBefore) return cutAfter ? 'middle' : 'end';
  return cutAfter ? 'beginning' : 'whole';
};
