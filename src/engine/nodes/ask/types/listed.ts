import { isList } from '../../../expression/names.ts';
import type { OfferedChoice, Option } from '../../../types.ts';
import type { Turn } from '../../turn.ts';

/** A choice as it can be offered and understood. */
export interface Offer extends Option {
  offer: OfferedChoice;
  /** Only a finger may press it. */
  buttonOnly: boolean;
}

/** The records of a list a call brought, as choices. What an older version left there, or no call brought, offers nothing. */
export function listed(turn: Turn, variable: string): Offer[] {
  const { vars } = turn.frame;
  const held = Object.hasOwn(vars, variable) ? (vars[variable] ?? null) : null;
  if (!isList(held)) return [];
  return held.flatMap(({ key, label }) =>
    typeof key === 'string' && typeof label === 'string'
      ? { key, labels: [label], offer: { choice: key, label: { literal: label } }, buttonOnly: false }
      : [],
  );
}
