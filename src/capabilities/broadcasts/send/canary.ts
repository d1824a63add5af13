import type { Tally } from '../report/tally.ts';
import type { SendingSettings } from './ports.ts';

/** One or two failures are no share of anything. */
const FEWEST = 3;

/** How many of so many are sent to first; 0: all at once, as the first ones would be all. */
export function canaryOf(of: number, { canaryPercent, canaryLeast }: SendingSettings): number {
  const first = Math.max(canaryLeast, Math.ceil((of * canaryPercent) / 100));
  return first >= of ? 0 : first;
}

/** What stops a broadcast after its first ones; `undefined`: nothing. What is in doubt counts as failed. */
export function faultOf(
  { sent, delivered, read, failed, blocked, unknown }: Tally,
  settings: Pick<SendingSettings, 'stopAtFailedPercent' | 'stopAtBlockedPercent'>,
): 'failed' | 'blocked' | undefined {
  const tried = sent + delivered + read + failed + blocked + unknown;
  const isOver = (people: number, percent: number): boolean =>
    people >= FEWEST && people * 100 >= tried * percent;
  if (isOver(failed + unknown, settings.stopAtFailedPercent)) return 'failed';
  return isOver(blocked, settings.stopAtBlockedPercent) ? 'blocked' : undefined;
}
