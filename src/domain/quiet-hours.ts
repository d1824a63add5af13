const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Nobody is written to unasked from nine in the evening to seven in the morning (B3), in minutes after midnight. */
export const QUIET_FROM = 21 * 60;
export const QUIET_TO = 7 * 60;
/** Bamako's hours are UTC's. */
const FROM_MS = QUIET_FROM * MINUTE_MS;
const TO_MS = QUIET_TO * MINUTE_MS;

/** This moment, or seven in the morning where it lies in the quiet hours. Milliseconds since 1970. */
export function afterQuietHours(at: number): number {
  const midnight = Math.floor(at / DAY_MS) * DAY_MS;
  const time = at - midnight;
  if (time < TO_MS) return midnight + TO_MS;
  return time < FROM_MS ? at : midnight + DAY_MS + TO_MS;
}
