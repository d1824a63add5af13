import { weighed } from '../../../expression/weighed.ts';
import type { OfferedChoice, TextKey } from '../../../types.ts';
import type { CompileAt, Computed } from '../../node-kind.ts';
import type { Turn } from '../../turn.ts';
import { labelsOf } from '../labels.ts';
import { keyOf, type WrittenOption } from '../schema.ts';
import type { Offer } from './listed.ts';

/** A choice its author wrote. */
export interface Written extends Offer {
  label: TextKey;
  when: Computed | undefined;
}

/** The author's choices. @param base where they stand in the step */
export function written(
  options: readonly WrittenOption[],
  base: readonly PropertyKey[],
  ask: string,
  at: CompileAt,
): Written[] {
  return options.map((option, index) => {
    const key = keyOf(option);
    const label = { flow: at.flow, key: `${ask}.choices.${key}` };
    const { when, button_only } = typeof option === 'string' ? {} : option;
    return {
      key,
      label,
      labels: labelsOf(label, at),
      offer: { choice: key, label, ...(button_only && { buttonOnly: true as const }) },
      when: when === undefined ? undefined : at.computed(when, [...base, index, 'when'], 'bool'),
      buttonOnly: button_only === true,
    };
  });
}

/** A button of the bot's own beside the author's choices, understood by its words too. */
export function ownButton(choice: string, key: string, at: CompileAt): OfferedChoice & { labels: string[] } {
  const label = { flow: 'bot', key };
  return { choice, label, labels: labelsOf(label, at) };
}

/** Conditions are computed when asking and again when answered; a failing one is reported once, on asking. */
export const REPORT = 'report';

/** The choices whose condition holds. */
export function offeredNow<T extends Written>(
  choices: readonly T[],
  turn: Turn,
  report?: typeof REPORT,
): T[] {
  return choices.filter(({ key, when }) => {
    if (!when) return true;
    const computed = when(turn.scope);
    if (!computed.ok && report) turn.failed(computed.code);
    const held = computed.ok && computed.value === true;
    const { flow, step } = turn.frame;
    if (!held && report)
      turn.because?.({
        ...{ kind: 'withheld', flow, step },
        choice: key,
        condition: weighed(when, turn.scope, computed),
      });
    return held;
  });
}
