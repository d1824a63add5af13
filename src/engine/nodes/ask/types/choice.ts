import { MAX_CANDIDATES } from '../../../limits.ts';
import type { Match, TextKey } from '../../../types.ts';
import type { CompileAt, Computed } from '../../node-kind.ts';
import type { Turn } from '../../turn.ts';
import { type AskOf, keyOf, type OptionSource, partsOf } from '../schema.ts';
import { type Answering, NONE, type Understood } from './answering.ts';
import { listed, type Offer } from './listed.ts';

/** A choice its author wrote. */
interface Fixed extends Offer {
  label: TextKey;
  when: Computed | undefined;
}

/** One of several choices, fixed or brought by a call: by digit, label or close spelling, or by its button. */
export function choice(source: AskOf<'choice'>, at: CompileAt): Answering {
  const { from, fixed: written } = partsOf(source.choices);
  const base = from === undefined ? ['choices'] : ['choices', 'more'];
  const fixed = written.map((option, index) => compiled(option, [...base, index], source.ask, at));
  if (from !== undefined) refuseUnknown(from, at);
  const now = (turn: Turn, report?: typeof REPORT): Offer[] => {
    const own = offeredNow(fixed, turn, report);
    return from === undefined ? own : [...besides(fixed, listed(turn, from), turn, report), ...own];
  };
  const matching = matchers(at, from === undefined ? byKey : byLabels);
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
    typed(turn, text) {
      const narrow = open(turn);
      const found = understood(matching(narrow)(text), narrow);
      if (found.kind !== 'none' || !turn.frame.narrowed) return found;
      const all = now(turn);
      return understood(matching(all)(text), all);
    },
    tapped: (turn, key) => (now(turn).some((one) => one.key === key) ? { kind: 'value', value: key } : NONE),
  };
}

function compiled(option: OptionSource, path: PropertyKey[], ask: string, at: CompileAt): Fixed {
  const key = keyOf(option);
  const label = { flow: at.flow, key: `${ask}.choices.${key}` };
  const labels = at.texts.languages.flatMap((lang) => at.texts.text(lang, label) ?? []);
  const given = typeof option === 'string' ? { key } : option;
  const when = given.when === undefined ? undefined : at.computed(given.when, [...path, 'when'], 'bool');
  return { key, labels, label, offer: { choice: key, label }, when, buttonOnly: given.button_only === true };
}

function refuseUnknown(from: string, at: CompileAt): void {
  if (at.broughtBefore(from)) return;
  const message = `No call before this question saves ${from}: add one with "save: ${from}", or correct the name.`;
  at.finding('unknown_list', message, ['choices', 'from']);
}

/** Conditions are computed when asking and again when answered; a failing one is reported once, on asking. */
const REPORT = 'report';

function offeredNow(choices: readonly Fixed[], turn: Turn, report?: typeof REPORT): Offer[] {
  return choices.filter(({ when }) => {
    if (!when) return true;
    const computed = when(turn.scope);
    if (!computed.ok && report) turn.failed(computed.code);
    return computed.ok && computed.value === true;
  });
}

/** A key means one thing: what the author wrote is never taken by what a call happens to bring. */
function besides(fixed: readonly Fixed[], brought: Offer[], turn: Turn, report?: typeof REPORT): Offer[] {
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

/** What tells one set of choices from another: an author's keys have one label each, a list's may have another tomorrow. */
const byKey = ({ key }: Offer): string => key;
const byLabels = ({ key, labels }: Offer): string => `${key} ${labels.join(' ')}`;

/**
 * Digits count the choices offered, so each set of them has its own matcher, made once: making one takes about as long as
 * thirty turns, and many people are offered the same.
 */
function matchers(
  at: CompileAt,
  named: (offer: Offer) => string,
): (choices: Offer[]) => (text: string) => Match<string> {
  // Conditions rarely give more than a handful of sets; of lists the newest are the ones people see.
  const LIMIT = 16;
  const made = new Map<string, (text: string) => Match<string>>();
  return (choices) => {
    const set = choices.map(named).join('\n');
    const known = made.get(set);
    if (known) return known;
    const fresh = at.understanding.options(choices);
    const [oldest] = made.keys();
    if (made.size >= LIMIT && oldest !== undefined) made.delete(oldest);
    made.set(set, fresh);
    return fresh;
  };
}
