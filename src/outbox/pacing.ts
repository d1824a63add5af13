import type { Limit, Pace } from '../conversation/pace.ts';
import { type Lane, LANES } from '../domain/message.ts';
import { Allowance } from './allowance.ts';
import { EvenFlow } from './even-flow.ts';
import { Pauses } from './pauses.ts';
import type { Turnstile } from './turnstile.ts';

/**
 * So long replies are held to every limit after the platform has asked for a pause: what made it ask is over by then, or
 * it asks again.
 */
export const STRICT_FOR_MS = 10 * 60_000;
/**
 * Messages on their way at once: a channel has as many connections, and whoever waits for one waits better here, in the
 * order of the lanes, until the platform has said how it takes the others.
 */
export const MOST_ON_THE_WAY = 128;
/** Of them news and mailings: replies must not wait behind them for a platform that is slow to answer. */
export const MOST_UNASKED = 96;

interface Waiting {
  go: (may: boolean) => void;
}

/** Monotonic milliseconds; only differences mean anything. */
const elapsed = (): number => performance.now();

/**
 * Keeps the pace of one account: who may send at once does, without a timer or a queue; the others wait, replies first,
 * then alerts, then broadcasts. For a process that has the account to itself.
 */
export class Pacing implements Turnstile {
  readonly #now: () => number;
  readonly #inAll: EvenFlow | undefined;
  readonly #toOne: Allowance | undefined;
  readonly #spared: { inAll: boolean; toOne: boolean };
  readonly #lanes: Readonly<Record<Lane, Set<Waiting>>> = {
    reply: new Set(),
    alert: new Set(),
    broadcast: new Set(),
  };
  readonly #pauses = new Pauses();
  #timer: NodeJS.Timeout | undefined;
  #onTheWay = 0;
  #unasked = 0;
  #heldUntil = -Infinity;
  /** After a pause one goes first: `due`, then `out`. The others follow when its outcome is known. */
  #probe: 'none' | 'due' | 'out' = 'none';
  #strictUntil = -Infinity;
  #stopped = false;

  constructor({ inAll, toOne }: Pace, now: () => number = elapsed) {
    this.#now = now;
    this.#inAll = inAll && new EvenFlow(inAll);
    this.#toOne = toOne && new Allowance(toOne);
    this.#spared = { inAll: spares(inAll), toOne: spares(toOne) };
  }

  /** How many wait for their turn. */
  get waiting(): number {
    return this.#inLanes + this.#pauses.size;
  }

  get #inLanes(): number {
    const { reply, alert, broadcast } = this.#lanes;
    return reply.size + alert.size + broadcast.size;
  }

  leave(lane: Lane, to: string): Promise<boolean> | undefined {
    const now = this.#now();
    if (this.#toOneAfter(lane, to, now) > 0) return this.#afterOthers(lane, to);
    if (!this.#isFree(lane, now)) return this.#inTurn(lane, to);
    this.#count(lane, to, now);
    return undefined;
  }

  back(lane: Lane): void {
    this.#onTheWay -= 1;
    if (lane !== 'reply') this.#unasked -= 1;
    if (this.#probe === 'out') this.#probe = 'none';
    if (this.#inLanes > 0) this.#plan();
  }

  /** How long the platform's pause still is, in milliseconds. */
  get heldMs(): number {
    return Math.max(0, this.#heldUntil - this.#now());
  }

  /** The platform asks for a pause of everything; one that is longer already stays. */
  hold(ms: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, this.#now() + ms);
    this.#strictUntil = this.#heldUntil + STRICT_FOR_MS;
    this.#probe = 'due';
  }

  /** Lets everybody who waits know that their turn does not come. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pauses.end();
    for (const lane of LANES) for (const { go } of this.#lanes[lane]) go(false);
    for (const lane of LANES) this.#lanes[lane].clear();
  }

  /** Whether a limit does not count for this one. */
  #isSpared(lane: Lane, limit: 'inAll' | 'toOne', now: number): boolean {
    return lane === 'reply' && this.#spared[limit] && now >= this.#strictUntil;
  }

  #toOneAfter(lane: Lane, to: string, now: number): number {
    if (this.#toOne === undefined || this.#isSpared(lane, 'toOne', now)) return 0;
    return this.#toOne.afterMs(to, now);
  }

  #isFree(lane: Lane, now: number): boolean {
    if (now < this.#heldUntil || !this.#hasRoom(lane)) return false;
    if (this.#inAll === undefined || this.#isSpared(lane, 'inAll', now)) return true;
    return this.#inAll.afterMs(now) <= 0 && this.#nobodyBefore(lane);
  }

  /** Whether one more may be on its way. */
  #hasRoom(lane: Lane): boolean {
    if (this.#probe === 'out' || this.#onTheWay >= MOST_ON_THE_WAY) return false;
    return lane === 'reply' || this.#unasked < MOST_UNASKED;
  }

  #nobodyBefore(lane: Lane): boolean {
    for (const each of LANES) {
      if (this.#lanes[each].size > 0) return false;
      if (each === lane) break;
    }
    return true;
  }

  #count(lane: Lane, to: string, now: number): void {
    this.#inAll?.gone(now);
    this.#toOne?.gone(to, now);
    this.#onTheWay += 1;
    if (lane !== 'reply') this.#unasked += 1;
    if (this.#probe === 'due') this.#probe = 'out';
  }

  /** Waits for the person's own limit first, which holds nobody else. */
  async #afterOthers(lane: Lane, to: string): Promise<boolean> {
    while (!this.#stopped) {
      const ms = this.#toOneAfter(lane, to, this.#now());
      if (ms <= 0) return (await this.leave(lane, to)) ?? true;
      await this.#pauses.take(ms);
    }
    return false;
  }

  #inTurn(lane: Lane, to: string): Promise<boolean> {
    if (this.#stopped) return Promise.resolve(false);
    return new Promise((resolve) => {
      const go = (may: boolean): void => {
        if (may) this.#count(lane, to, this.#now());
        resolve(may);
      };
      this.#lanes[lane].add({ go });
      this.#plan();
    });
  }

  /** Wakes up when the next one may go. */
  #plan(): void {
    if (this.#timer !== undefined || this.#stopped || this.#probe === 'out') return;
    const now = this.#now();
    const free = Math.max(this.#heldUntil - now, this.#inAll?.afterMs(now) ?? 0, 0);
    this.#timer = setTimeout(() => this.#next(), free);
  }

  #next(): void {
    this.#timer = undefined;
    for (;;) {
      const now = this.#now();
      const lane = LANES.find((each) => this.#lanes[each].size > 0);
      if (lane === undefined) return;
      if (now < this.#heldUntil || (this.#inAll?.afterMs(now) ?? 0) > 0) break;
      // The next one back plans again.
      if (!this.#hasRoom(lane)) return;
      const [first] = this.#lanes[lane];
      if (first === undefined) return;
      this.#lanes[lane].delete(first);
      first.go(true);
    }
    this.#plan();
  }
}

const spares = (limit: Limit | undefined): boolean => limit?.sparesReplies === true;
