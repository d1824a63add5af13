import { z } from 'zod';
import type { Due } from '../engine/types.ts';
import type { EffectContext, EffectItem, EffectKind, Fingerprint } from './ports.ts';

/** The effect the conversation does itself: it is to be woken when its talk goes on by itself, or no more. */
export const WAKE = 'conversation.wake';
/** The kind of due-date it becomes, named by the conversation's id: one a conversation. */
export const TALK_DUE = 'talk';

const due = z.strictObject({
  at: z.number().int().nonnegative(),
  sid: z.string().max(64),
  step: z.string().max(64),
  n: z.number().int().min(0).max(64),
});
const params = z.strictObject({ due: due.nullable() });
export type WakeParams = z.infer<typeof params>;

/** One promise about the future: kept until it comes, or let go. */
export type WakeChange =
  | { set: { kind: string; id: string; at: number; params: Record<string, string | number>; order: number } }
  | { cancel: { kind: string; id: string; order: number } };

/** Where promises about the future are kept; `schedule` has it. */
export interface Wakings {
  /** Several at once, no two for one talk. */
  change(changes: readonly WakeChange[]): Promise<void>;
}

/** No talk waits for less than minutes, so that a promise may wait for many others to be written with. */
const GATHER_MS = 400;

export interface Promised {
  promised?: Due;
  /** What the turn orders for it. */
  orders: { kind: typeof WAKE; params: WakeParams }[];
}

/**
 * What becomes of the promise to wake a talk. Whoever answers one question after the other moves the talk's next moment
 * away each time; the promise stands meanwhile, and is given anew when it has come too early. So a talk costs a write or
 * two for its timers, not one a turn.
 */
export function promising(promised: Due | undefined, due: Due | undefined, now: number): Promised {
  if (due === undefined)
    return { orders: promised === undefined ? [] : [{ kind: WAKE, params: { due: null } }] };
  if (promised !== undefined && promised.at > now && promised.at <= due.at) return { promised, orders: [] };
  return { promised: due, orders: [{ kind: WAKE, params: { due } }] };
}

export const sameDue = (a: Due | undefined, b: Due | undefined): boolean =>
  a?.at === b?.at && a?.sid === b?.sid && a?.step === b?.step && a?.n === b?.n;

/**
 * Turns of one conversation follow each other, but what they ordered may be applied late and after what came later, by a
 * process that takes over: then the later one holds.
 */
export const wakeEffect = (wakings: Wakings, fingerprint: Fingerprint): EffectKind<WakeParams> => ({
  name: WAKE,
  params,
  from: () => [],
  gatherMs: GATHER_MS,
  apply: (batch) => wakings.change(lastOfEach(batch).map((item) => changeOf(fingerprint, item))),
});

/** Of several turns of one talk the last one's word holds. */
function lastOfEach(batch: readonly EffectItem<WakeParams>[]): EffectItem<WakeParams>[] {
  const last = new Map<string, EffectItem<WakeParams>>();
  for (const item of batch) {
    const { conversation } = item.context;
    if (item.rev >= (last.get(conversation)?.rev ?? 0)) last.set(conversation, item);
  }
  return [...last.values()];
}

function changeOf(
  fingerprint: Fingerprint,
  { context: { conversation: id }, rev, params: { due } }: EffectItem<WakeParams>,
): WakeChange {
  const named = { kind: TALK_DUE, id, order: offsetOf(fingerprint, id) + rev };
  if (due === null) return { cancel: named };
  const { at, ...step } = due;
  return { set: { ...named, at, params: step } };
}

/** Offsets below 2^40 leave room for any number of turns below 2^53, where numbers stop being exact. */
const OFFSET_BYTES = 5;

/** Keeps the order within a talk, and the revision from being matched with the one in `conversations` (T6). */
const offsetOf = (fingerprint: Fingerprint, conversation: EffectContext['conversation']): number =>
  fingerprint('wake-order', conversation).readUIntBE(0, OFFSET_BYTES);
