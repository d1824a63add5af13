import { MAX_CANDIDATES } from '../../../limits.ts';
import type { Match } from '../../../types.ts';
import type { CompileAt } from '../../node-kind.ts';
import type { Turn } from '../../turn.ts';
import { type AskOf, partsOf } from '../schema.ts';
import { type Answering, NONE, type Understood } from './answering.ts';
import { listed, type Offer } from './listed.ts';
import { byKey, byLabels, matchers } from './matchers.ts';
import { offeredNow, REPORT, written } from './written.ts';

/** One of several choices, fixed or brought by a call: by digit, label or close spelling, or by its button. */
export function choice(source: AskOf<'choice'>, at: CompileAt): Answering {
  const { from, fixed: own } = partsOf(source.choices);
  const base = from === undefined ? ['choices'] : ['choices', 'more'];
  const fixed = written(own, base, source.ask, at);
  if (from !== undefined) refuseUnknown(from, at);
  const now = (turn: Turn, report?: typeof REPORT): Offer[] => {
    const own = offeredNow(fixed, turn, report);
    return from === undefined ? own : [...besides(fixed, listed(turn, from), turn, report), ...own];
  };
  const matching = matchers(
    (offers: readonly Offer[]) => at.understanding.options(offers),
    from === undefined ? byKey : byLabels,
  );
  const open = (turn: Turn, report?: typeof REPORT): Offer[] => {
    const all = now(turn, report);
    const { narrowed } = turn.frame;
    const left = narrowed ? all.filter(({ key }) => narrowed.includes(key)) : all;
    return left.length > 1 ? left : all;
  };
  return {
    params: {},
    texts: fixed.map(({ label }) => ({ text: label, given: [], label: true })),
    choices: fixed.map(({ key }) => key),
    mayOfferNone: fixed.every(({ when }) => when !== undefined),
    offered: (turn) => open(turn, REPORT).map(({ offer }) => offer),
    typed(turn, text, told) {
      const narrow = open(turn);
      const found = understood(matching(narrow)(text, told), narrow);
      if (found.kind !== 'none' || !turn.frame.narrowed) return found;
      const all = now(turn);
      return understood(matching(all)(text, told), all);
    },
    tapped: (turn, key) => (now(turn).some((one) => one.key === key) ? { kind: 'value', value: key } : NONE),
  };
}

function refuseUnknown(from: string, at: CompileAt): void {
  if (at.broughtBefore(from)) return;
  const message = `No call before this question saves ${from}: add one with "save: ${from}", or correct the name.`;
  at.finding('unknown_list', message, ['choices', 'from']);
}

/** A key means one thing: what the author wrote is never taken by what a call happens to bring. */
function besides(fixed: readonly Offer[], brought: Offer[], turn: Turn, report?: typeof REPORT): Offer[] {
  const free = brought.filter(({ key }) => !fixed.some((one) => one.key === key));
  if (report && free.length < brought.length) turn.failed('choice_key_taken');
  return free;
}

/** A typed word never presses a button that only a finger may press. */
function understood(match: Match<string>, among: readonly Offer[]): Understood {
  const typable = (key: string): boolean => among.some((one) => one.key === key && !one.buttonOnly);
  if (match.kind === 'one') return typable(match.value) ? { kind: 'value', value: match.value } : NONE;
  if (match.kind === 'none' || !match.values.every(typable)) return NONE;
  return { kind: 'many', candidates: match.values.slice(0, MAX_CANDIDATES) };
}
