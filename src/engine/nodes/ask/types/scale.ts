import type { OfferedChoice } from '../../../types.ts';
import type { CompileAt } from '../../node-kind.ts';
import type { AskOf } from '../schema.ts';
import { type Answering, NONE, type Understood } from './answering.ts';
import { labelsOf } from '../labels.ts';

/** A whole number on a short scale, a button each; its value is the number, whatever place the button has. */
export function scale(source: AskOf<'scale'>, at: CompileAt): Answering {
  const { min, max } = source;
  const steps = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const buttons = steps.map((step) => buttonOf(step, source, at));
  const byLabel = at.understanding.options(buttons.map((button) => ({ ...button, key: button.choice })));
  return {
    params: { min, max },
    texts: buttons.flatMap(({ label }) =>
      'key' in label ? { text: label, given: [], label: true as const } : [],
    ),
    choices: buttons.map(({ choice }) => choice),
    mayOfferNone: false,
    offered: () => buttons.map(({ choice, label }): OfferedChoice => ({ choice, label })),
    typed(turn, words, told) {
      // The number first: on a scale from 0, "1" is the second button.
      const said = at.understanding.number(words, turn.lang, told);
      if (said.kind === 'one') return taken(said.value, steps);
      const labelled = byLabel(words, told);
      return labelled.kind === 'one' ? taken(Number(labelled.value), steps) : NONE;
    },
    tapped: (_turn, choice) =>
      buttons.some((one) => one.choice === choice) ? taken(Number(choice), steps) : NONE,
  };
}

const taken = (value: number, steps: readonly number[]): Understood =>
  steps.includes(value) ? { kind: 'value', value } : NONE;

function buttonOf(
  step: number,
  { ask, min, max, ends }: AskOf<'scale'>,
  at: CompileAt,
): OfferedChoice & { labels: string[] } {
  const choice = String(step);
  if (!ends || (step !== min && step !== max))
    return { choice, label: { literal: choice }, labels: [choice] };
  const label = { flow: at.flow, key: `${ask}.choices.${step === min ? 'min' : 'max'}` };
  return { choice, label, labels: labelsOf(label, at) };
}
