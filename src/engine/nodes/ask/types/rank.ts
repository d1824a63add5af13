import type { Option, TextKey } from '../../../types.ts';
import type { CompileAt } from '../../node-kind.ts';
import type { Turn } from '../../turn.ts';
import type { AskOf } from '../schema.ts';
import { type Answering, joined, NONE, type Understood } from './answering.ts';
import { byKey, matchers } from './matchers.ts';
import { offeredNow, ownButton, REPORT, type Written, written } from './written.ts';

const NEXT: TextKey = { flow: 'bot', key: 'rank.next' };
const AGAIN = 'rank.again';

/**
 * The author's choices in an order, all of them or the `first` few: typed together ("2 1 3"), or one after the other by
 * button. The value is their keys, the first one first: `ecole,eau,route`.
 */
export function rank(source: AskOf<'rank'>, at: CompileAt): Answering {
  const all = written(source.choices, ['choices'], source.ask, at);
  const again = ownButton('', AGAIN, at);
  const matching = matchers((options: readonly Option[]) => at.understanding.several(options), byKey);

  const standing = (
    turn: Turn,
    report?: typeof REPORT,
  ): { picked: string[]; left: Written[]; wanted: number } => {
    const open = offeredNow(all, turn, report);
    const picked = (turn.frame.picked ?? []).filter((key) => open.some((one) => one.key === key));
    const wanted = Math.min(source.first ?? open.length, open.length);
    return { picked, left: open.filter(({ key }) => !picked.includes(key)), wanted };
  };
  /** Where only one is left to come last, it comes last. */
  const taken = (order: string[], left: readonly Written[], wanted: number): Understood => {
    const rest = left.filter(({ key }) => !order.includes(key)).map(({ key }) => key);
    const whole = rest.length === 1 && order.length === wanted - 1 ? [...order, ...rest] : order;
    if (whole.length > wanted) return NONE;
    return whole.length === wanted
      ? { kind: 'value', value: joined(whole) }
      : { kind: 'more', picked: whole, text: NEXT };
  };

  return {
    params: source.first === undefined ? {} : { first: source.first },
    texts: [
      ...all.map(({ label }) => ({ text: label, given: [], label: true }) as const),
      { text: { flow: 'bot', key: AGAIN }, given: [], label: true },
      { text: NEXT, given: [] },
    ],
    choices: all.map(({ key }) => key),
    mayOfferNone: all.every(({ when }) => when !== undefined),
    offered(turn) {
      const { picked, left } = standing(turn, REPORT);
      const [first] = picked;
      const buttons = left.map(({ offer }) => offer);
      return first === undefined ? buttons : [...buttons, { choice: `-${first}`, label: again.label }];
    },
    typed(turn, text, told) {
      const { picked, left, wanted } = standing(turn);
      const over = picked.map((key) => ({ key: `-${key}`, labels: again.labels })).slice(0, 1);
      const read = matching([...left, ...over])(text, told);
      // "1-3" of three: an order of all of them is meant where both fit.
      const meant = read.kind === 'many' ? read.values.find((keys) => keys.length === wanted) : undefined;
      const keys = read.kind === 'one' ? read.value : meant;
      if (keys === undefined) return NONE;
      const back = keys.some((key) => key.startsWith('-'));
      if (back) return keys.length === 1 ? { kind: 'more', picked: [], text: NEXT } : NONE;
      return taken([...picked, ...keys], left, wanted);
    },
    tapped(turn, choice) {
      const { picked, left, wanted } = standing(turn);
      if (choice.startsWith('-')) {
        const from = picked.findIndex((key) => `-${key}` === choice);
        return { kind: 'more', picked: from < 0 ? picked : picked.slice(0, from), text: NEXT };
      }
      // The second of two quick taps.
      if (picked.includes(choice)) return { kind: 'more', picked, text: NEXT };
      return left.some(({ key }) => key === choice) ? taken([...picked, choice], left, wanted) : NONE;
    },
  };
}
