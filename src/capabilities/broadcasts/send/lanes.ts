import type { Pace } from '../../../conversation/pace.ts';
import type { Recipient, RecipientsStore } from '../plan/recipients-store.ts';

/** How often sending looks what it may do next. */
export const STEP_MS = 500;
/** So long a channel has work in the outbox: longer than a look and the rest between two runs, shorter than a stop takes. */
const AHEAD_MS = 4000;
/** A channel that names no pace takes what it gets; turns cost this machine all the same. */
const UNNAMED_A_SECOND = 50;
/** A lane that is empty is filled in this many steps, or people who write would wait for the turns of all of it. */
const FILLED_IN = 0.6;

/** Messages a second. */
const paceOf = ({ inAll }: Pace): number =>
  inAll === undefined ? UNNAMED_A_SECOND : (inAll.messages * 1000) / inAll.perMs;

/**
 * How many more of a channel may be put on their way in this step: its own pace finds work at every moment, and a channel
 * that stands still does not fill the house.
 */
export function roomIn(pace: Pace | undefined, onTheWay: number): number {
  const perMs = paceOf(pace ?? {}) / 1000;
  const room = Math.ceil(perMs * AHEAD_MS) - onTheWay;
  return Math.max(0, Math.min(room, Math.ceil((perMs * STEP_MS) / FILLED_IN)));
}

/** How far each channel has come in one broadcast; kept in memory, as the recipients themselves know who had their turn. */
export class Cursors {
  readonly #after = new Map<string, Buffer>();
  readonly #ended = new Set<string>();

  /** The next ones of a channel whose turn has not come. */
  async next(
    recipients: Pick<RecipientsStore, 'queued'>,
    of: { from: Buffer; until: Buffer; channel: string; notIn: readonly string[]; limit: number },
  ): Promise<Recipient[]> {
    const { from, channel, limit, ...more } = of;
    if (limit === 0 || this.#ended.has(channel)) return [];
    const after = this.#after.get(channel) ?? from;
    const page = await recipients.queued({ ...more, after, channel, limit });
    const last = page.at(-1);
    if (last !== undefined) this.#after.set(channel, last.key);
    if (page.length < limit) this.#ended.add(channel);
    return page;
  }

  hasEnded(channel: string): boolean {
    return this.#ended.has(channel);
  }

  /** Some came back behind it, or more are meant now. */
  rewind(): void {
    this.#after.clear();
    this.#ended.clear();
  }
}
