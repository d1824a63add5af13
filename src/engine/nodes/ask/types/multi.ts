import type { Option, TextKey } from '../../../types.ts';
import type { CompileAt } from '../../node-kind.ts';
import type { Turn } from '../../turn.ts';
import type { AskOf } from '../schema.ts';
import { type Answering, joined, NONE, type Understood } from './answering.ts';
import { byKey, matchers } from './matchers.ts';
import { offeredNow, ownButton, REPORT, type Written, written } from './written.ts';

/** The button that ends the choosing; no author's key is called so. */
export const DONE = 'done';
const MORE: TextKey = { flow: 'bot', key: 'multi.more' };

/**
 * Several of the author's choices: typed together ("1 3"), or one after the other by button, until the last button says
 * that this is all. A chosen one has a mark and is taken back by the same button. The value is their keys in the order
 * of the flow, `eau,ecole`; nothing chosen, where that may be, is the empty string.
 */
export function multi(source: AskOf<'multi'>, at: CompileAt): Answering {
  const all = written(source.choices, ['choices'], source.ask, at);
  const alone = new Set(
    source.choices.flatMap((one) => (typeof one !== 'string' && one.alone ? one.key : [])),
  );
  const done = { ...ownButton(DONE, 'multi.done', at), key: DONE };
  const matching = matchers((options: readonly Option[]) => at.understanding.several(options), byKey);

  /** How many may be taken of those offered. */
  const bounds = (open: readonly Written[]): { min: number; max: number } => {
    const together = open.filter(({ key }) => !alone.has(key)).length;
    const max = Math.min(source.max ?? together, together);
    return { min: Math.min(source.min, max), max };
  };
  const pickedOf = (turn: Turn, open: readonly Written[]): string[] => inOrder(open, turn.frame.picked ?? []);
  const mayEnd = (picked: readonly string[], open: readonly Written[]): boolean =>
    picked.length >= bounds(open).min && (picked.length > 0 || source.min === 0);

  /** One more, or several: it ends by itself where no other may come. */
  const taken = (
    picked: readonly string[],
    more: readonly string[],
    open: readonly Written[],
  ): Understood => {
    const single = more.length === 1 ? more.find((key) => alone.has(key)) : undefined;
    if (single !== undefined) return { kind: 'value', value: single };
    if (more.some((key) => alone.has(key))) return NONE;
    const now = inOrder(open, [...picked, ...more]);
    const { min, max } = bounds(open);
    if (now.length > max) return NONE;
    const whole = picked.length === 0 && more.length > 1 && now.length >= min;
    return now.length === max || whole
      ? { kind: 'value', value: joined(now) }
      : { kind: 'more', picked: now, text: MORE };
  };

  return {
    params: { min: source.min, ...(source.max !== undefined && { max: source.max }) },
    texts: [
      ...all.map(({ label }) => ({ text: label, given: [], label: true, marked: true }) as const),
      { text: { flow: 'bot', key: 'multi.done' }, given: [], label: true },
      { text: MORE, given: [] },
    ],
    choices: all.map(({ key }) => key),
    mayOfferNone: all.every(({ when }) => when !== undefined),
    offered(turn) {
      const open = offeredNow(all, turn, REPORT);
      const picked = pickedOf(turn, open);
      const buttons = open.map(({ key, offer }) =>
        picked.includes(key) ? { ...offer, choice: `-${key}`, picked: true as const } : offer,
      );
      return mayEnd(picked, open) ? [...buttons, { choice: done.choice, label: done.label }] : buttons;
    },
    typed(turn, text, told) {
      const open = offeredNow(all, turn);
      const picked = pickedOf(turn, open);
      const ends = mayEnd(picked, open);
      const read = matching(ends ? [...open, done] : open)(text, told);
      if (read.kind !== 'one') return NONE;
      const more = read.value.filter((key) => key !== DONE);
      if (more.length === read.value.length) return taken(picked, more, open);
      const now = inOrder(open, [...picked, ...more]);
      return now.length > bounds(open).max ? NONE : { kind: 'value', value: joined(now) };
    },
    tapped(turn, choice) {
      const open = offeredNow(all, turn);
      const picked = pickedOf(turn, open);
      if (choice === DONE) return mayEnd(picked, open) ? { kind: 'value', value: joined(picked) } : NONE;
      if (choice.startsWith('-')) {
        const left = picked.filter((key) => `-${key}` !== choice);
        return { kind: 'more', picked: left, text: MORE };
      }
      return open.some(({ key }) => key === choice) ? taken(picked, [choice], open) : NONE;
    },
  };
}

const inOrder = (open: readonly Written[], keys: readonly string[]): string[] =>
  open.flatMap(({ key }) => (keys.includes(key) ? key : []));
