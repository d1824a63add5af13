import type { Answer } from './answer.ts';
import { type Change, compare, type Comparison, overlap } from './compare.ts';
import { type Frame, frameOf, NO_FRAME, type Wrappings } from './frame.ts';
import { textIn, textsOf } from './published-text.ts';
import type { PublicItem } from '../public/public-item.ts';
import { shown, type Text } from './words.ts';

/** Fewer words than that stand in a row by chance, or with everybody who writes of the same thing. */
const MIN_SAME = 8;
/** A copy of which a third is changed is still a copy; below a half, two people write of the same thing. */
const MIN_SHARE = 0.5;
/** With fewer words than that nothing can be said of where they come from. */
const MIN_WORDS = 5;
/** Passages shown: more would not be read, and say no more. */
const MAX_CHANGES = 6;
/** Texts looked at word by word; all versions of an item that was corrected twice are among them. */
const MAX_CLOSE = 6;
/** Both languages of an item, or three items, sent on as one message. */
const MAX_TEXTS = 3;

/**
 * What a claim is, given the items it may be a copy of. Pure. *Authentic* needs every word between its first and its
 * last in our order and none besides; whatever is in doubt is shown as changed.
 */
export function verdict(claim: Text, items: readonly PublicItem[], wrappings: Wrappings): Answer {
  const texts = items.flatMap((item) =>
    item.versions.flatMap((version) => {
      // The same for every language of a version, and made only for those that are looked at closely.
      let made: Frame | undefined;
      return textsOf(version).map((text) => ({
        item,
        text,
        frame: () => (made ??= frameOf(text, wrappings)),
      }));
    }),
  );
  return judged(claim, texts, MAX_TEXTS);
}

interface Candidate {
  item: PublicItem;
  text: Comparison['text'];
  frame: () => Frame;
}
interface Found {
  item: PublicItem;
  comparison: Comparison;
}

/** @param depth how many more texts of ours may stand in one message */
function judged(claim: Text, texts: readonly Candidate[], depth: number): Answer {
  const laid = texts.flatMap((each) => {
    const aligned = overlap(claim, each.text);
    return aligned === undefined ? [] : [{ ...each, aligned }];
  });
  laid.sort((one, other) => other.aligned.same - one.aligned.same);
  const [first] = laid;
  const nearest = laid
    .slice(0, MAX_CLOSE)
    .filter(({ aligned }) => 2 * aligned.same >= (first?.aligned.same ?? 0));
  const found = nearest.map(({ item, text, aligned, frame }) => ({
    item,
    comparison: compare(claim, text, aligned, frame()),
  }));
  const best = found.sort((one, other) => rank(other) - rank(one) || newer(other, one))[0];
  const words = claim.words.filter(({ kind }) => kind === 'word' || kind === 'number').length;
  if (best === undefined) return { kind: words < MIN_WORDS ? 'too_short' : 'not_ours' };
  const { same, stretch, changes } = best.comparison;
  const strange = depth === 0 ? best.comparison.added : strangers(claim, best.comparison, texts, depth);
  const share = same / (stretch + strange.reduce((all, [from, to]) => all + to - from, 0));
  const differs = changes.length + strange.length > 0;
  if (share >= MIN_SHARE && same >= (differs ? MIN_SAME - 2 : MIN_SAME)) return said(claim, best, strange);
  if (words < MIN_WORDS || (words < MIN_SAME + 2 && same >= MIN_QUOTE && share >= MIN_SHARE))
    return { kind: 'too_short', ...(same >= MIN_QUOTE && { like: best.item.number }) };
  return { kind: 'not_ours', ...(same >= MIN_SAME && { like: best.item.number }) };
}

/** Three words in a row are worth a hint at where they may be from. */
const MIN_QUOTE = 3;

/** A word alike is worth half of what a change costs; the text that explains most of the claim comes first. */
const rank = ({ comparison: { same, changes, added } }: Found): number =>
  same - 2 * (changes.length + added.length);

/** Of two that say the same the newest, and of two numbers the one published last. */
const newer = (one: Found, other: Found): number =>
  one.item.number === other.item.number
    ? one.comparison.text.version - other.comparison.text.version
    : one.item.now.at.localeCompare(other.item.now.at);

/** What was put to a text of ours and is no other text of ours. */
function strangers(
  claim: Text,
  { added, text }: Comparison,
  texts: readonly Candidate[],
  depth: number,
): Comparison['added'] {
  return runs(added).filter(([from, to]) => {
    if (to - from < MIN_SAME) return true;
    const rest = judged({ ...claim, words: claim.words.slice(from, to) }, texts, depth - 1);
    // Its own words in another order, or with some left out between, are not what it says.
    return rest.kind !== 'authentic' || (rest.number === text.number && rest.lang === text.lang);
  });
}

/** Sentences that follow each other are one passage. */
function runs(added: Comparison['added']): Comparison['added'] {
  const joined: [number, number][] = [];
  for (const [from, to] of added) {
    const last = joined.at(-1);
    if (last?.[1] === from) last[1] = to;
    else joined.push([from, to]);
  }
  return joined;
}

function said(claim: Text, { item, comparison }: Found, strange: Comparison['added']): Answer {
  const { text, beside, part } = comparison;
  const { number, now, withdrawn } = item;
  const changes = [
    ...comparison.changes,
    ...strange.map(([from, to]) => ({ was: '', is: shown(claim, from, to) })),
  ];
  const what = {
    ...{ number, version: text.version, lang: text.lang, part },
    ...(beside.length > 0 && { beside }),
    ...(text.version !== now.version && { newest: now.version }),
  };
  if (changes.length > 0) return { kind: 'altered', ...what, changes: changes.slice(0, MAX_CHANGES) };
  if (withdrawn !== undefined) return { kind: 'withdrawn', ...what };
  if (text.version === now.version) return { kind: 'authentic', ...what };
  return { kind: 'superseded', ...what, changes: since(text.text, item, text.lang) };
}

/** What a version said, and what the newest one says in its place. */
function since(former: Text, item: PublicItem, lang: string): readonly Change[] {
  const now = textIn(item.now, lang);
  const aligned = overlap(former, now);
  if (aligned === undefined) return [];
  const turned = compare(former, now, aligned, NO_FRAME);
  const gone = turned.added.map(([from, to]) => ({ was: shown(former, from, to), is: '' }));
  return [...turned.changes.map(({ was, is }) => ({ was: is, is: was })), ...gone].slice(0, MAX_CHANGES);
}
