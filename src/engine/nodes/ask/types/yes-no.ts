import type { OfferedChoice } from '../../../types.ts';
import type { CompileAt } from '../../node-kind.ts';
import { type Answering, NONE } from './answering.ts';
import { labelsOf } from '../labels.ts';

const LABELS = [
  { key: 'yes', label: { flow: 'bot', key: 'yes_no.yes' } },
  { key: 'no', label: { flow: 'bot', key: 'yes_no.no' } },
];
const BUTTONS: OfferedChoice[] = LABELS.map(({ key, label }) => ({ choice: key, label }));

/** Yes or no, typed or by one of two buttons. */
export function yesNo(at: CompileAt): Answering {
  const byLabel = at.understanding.options(
    LABELS.map(({ key, label }) => ({ key, labels: labelsOf(label, at) })),
  );
  return {
    params: {},
    texts: LABELS.map(({ label }) => ({ text: label, given: [], label: true })),
    choices: ['yes', 'no'],
    mayOfferNone: false,
    offered: () => BUTTONS,
    typed(turn, text, told) {
      const match = at.understanding.yesNo(text, turn.lang, told);
      if (match.kind === 'one') return { kind: 'value', value: match.value };
      const labelled = match.kind === 'none' ? byLabel(text, told) : NONE;
      return labelled.kind === 'one' ? { kind: 'value', value: labelled.value === 'yes' } : NONE;
    },
    tapped: (_turn, choice) =>
      choice === 'yes' || choice === 'no' ? { kind: 'value', value: choice === 'yes' } : NONE,
  };
}
