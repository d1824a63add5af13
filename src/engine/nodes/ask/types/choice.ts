import { MAX_CANDIDATES } from '../../../limits.ts';
import type { Match, OfferedChoice, Option, TextKey } from '../../../types.ts';
import type { CompileAt, Computed } from '../../node-kind.ts';
import type { Turn } from '../../turn.ts';
import { type AskOf, keyOf } from '../schema.ts';
import { type Answering, NONE, type Understood } from './answering.ts';

interface Choice extends Option {
  offer: OfferedChoice;
  label: TextKey;
  when: Computed | undefined;
  buttonOnly: boolean;
}

/** One of several choices: by digit, label or close spelling, or by its button. */
export function choice(source: AskOf<'choice'>, at: CompileAt): Answering {
  const choices = source.choices.map((option, index) => compiled(option, index, source.ask, at));
  const matching = matchers(at);
  const open = (turn: Turn, report?: typeof REPORT): Choice[] => {
    const now = offeredNow(choices, turn, report);
    const { narrowed } = turn.frame;
    const left = narrowed ? now.filter(({ key }) => narrowed.includes(key)) : now;
    return left.length > 1 ? left : now;
  };
  return {
    params: {},
    texts: choices.map(({ label }) => ({ text: label, given: [], label: true })),
    choices: choices.map(({ key }) => key),
    mayOfferNone: choices.every(({ when }) => when !== undefined),
    offered: (turn) => open(turn, REPORT).map(({ offer }) => offer),
    typed(turn, text) {
      const narrow = open(turn);
      const found = understood(matching(narrow)(text), narrow);
      if (found.kind !== 'none' || !turn.frame.narrowed) return found;
      const now = offeredNow(choices, turn);
      return understood(matching(now)(text), now);
    },
    tapped: (turn, key) =>
      offeredNow(choices, turn).some((one) => one.key === key) ? { kind: 'value', value: key } : NONE,
  };
}

function compiled(
  option: AskOf<'choice'>['choices'][number],
  index: number,
  ask: string,
  at: CompileAt,
): Choice {
  const key = keyOf(option);
  const label = { flow: at.flow, key: `${ask}.choices.${key}` };
  const labels = at.texts.languages.flatMap((lang) => at.texts.text(lang, label) ?? []);
  const given = typeof option === 'string' ? { key } : option;
  const when =
    given.when === undefined ? undefined : at.computed(given.when, ['choices', index, 'when'], 'bool');
  return { key, labels, label, offer: { choice: key, label }, when, buttonOnly: given.button_only === true };
}

/** Conditions are computed when asking and again when answered; a failing one is reported once, on asking. */
const REPORT = 'report';

function offeredNow(choices: Choice[], turn: Turn, report?: typeof REPORT): Choice[] {
  return choices.filter(({ when }) => {
    if (!when) return true;
    const computed = when(turn.scope);
    if (!computed.ok && report) turn.failed(computed.code);
    return computed.ok && computed.value === true;
  });
}

/** A typed word never presses a button that only a finger may press. */
function understood(match: Match<string>, among: readonly Choice[]): Understood {
  const typable = (key: string): boolean => among.some((one) => one.key === key && !one.buttonOnly);
  if (match.kind === 'one') return typable(match.value) ? { kind: 'value', value: match.value } : NONE;
  if (match.kind === 'none' || !match.values.every(typable)) return NONE;
  return { kind: 'many', candidates: match.values.slice(0, MAX_CANDIDATES) };
}

/** Digits count the choices offered, so each set of them has its own matcher, made once. */
function matchers(at: CompileAt): (choices: Choice[]) => (text: string) => Match<string> {
  // Conditions rarely give more than a handful of sets; beyond that making one anew is cheap enough.
  const LIMIT = 16;
  const made = new Map<string, (text: string) => Match<string>>();
  return (choices) => {
    const set = choices.map(({ key }) => key).join(' ');
    const known = made.get(set);
    if (known) return known;
    const fresh = at.understanding.options(choices);
    if (made.size < LIMIT) made.set(set, fresh);
    return fresh;
  };
}
