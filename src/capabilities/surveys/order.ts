import type { EffectItem, Fingerprint } from '../../conversation/ports.ts';

/** Two talks of one person can reach the same revision on the same day; these bits decide, the same way everywhere. */
const TIE_RANGE = 2 ** 16;
/** Keeps offset + revision × 2^16 + tie below 2^53, where numbers stop being exact. */
const MAX_REV = 2 ** 35;

/**
 * Which of two answers of a person to a question is the later one: first by `day`, then by this number.
 * Within a talk the revision decides; between a person's talks on two channels the day does, because nothing finer may
 * be kept (T6), and within one day the choice is arbitrary but always the same.
 * The secret offset of the answer keeps the revision from being matched with the one in `conversations`.
 */
export function orderOf(item: EffectItem, offset: number, fingerprint: Fingerprint): number {
  const tie = fingerprint('survey-order', item.id.toString('hex')).readUInt16BE(0);
  return offset + (item.rev % MAX_REV) * TIE_RANGE + tie;
}
