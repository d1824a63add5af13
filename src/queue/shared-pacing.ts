import type { Limit, Pace } from '../conversation/pace.ts';
import { type Lane, LANES } from '../domain/message.ts';
import { Allowance } from '../outbox/allowance.ts';
import { EvenFlow } from '../outbox/even-flow.ts';
import { MOST_ON_THE_WAY, MOST_UNASKED, STRICT_FOR_MS } from '../outbox/pacing.ts';
import { Pauses } from '../outbox/pauses.ts';
import type { Turnstile } from '../outbox/turnstile.ts';
import { RETRY_AT_LEAST_EVERY_MS } from './link.ts';
import { AHEAD_MS, type Listener, NO_LIMIT, type PaceKeeper } from './pace-keeper.ts';

/** Replies that went without asking are told of together, milliseconds. */
const TELL_AFTER_MS = 10;
/** How often those who wait look for a Redis that was away, milliseconds. */
const LOOK_AGAIN_MS = 250;
/** Every process has found a Redis that is back by then, milliseconds. */
const ALL_BACK_MS = 1.2 * RETRY_AT_LEAST_EVERY_MS;
/** A Redis that did not answer is not asked again for so long, milliseconds. */
const AWAY_FOR_MS = 2000;

/** A timer so late moves its place, milliseconds; the rest of the limit makes up for less. */
const LATE_MS = 4;

interface Waiting {
  go: (may: boolean) => void;
}

export interface SharedPacingParts {
  keeper: PaceKeeper;
  pace: Pace;
  /** Processes that were last seen at this account; alone, each takes its part of the pace and no more. */
  processes: () => number;
  now?: () => number;
}

/**
 * The pace of one account, kept by several processes together: replies that a limit spares leave at once and are counted;
 * whoever else leaves has a place from Redis, over all processes replies first, then alerts, then broadcasts. While Redis
 * is away each process keeps to its part of the pace.
 */
export class SharedPacing implements Turnstile {
  readonly #keeper: PaceKeeper;
  readonly #parts: SharedPacingParts;
  readonly #now: () => number;
  readonly #lanes: Readonly<Record<Lane, Set<Waiting>>> = {
    reply: new Set(),
    alert: new Set(),
    broadcast: new Set(),
  };
  readonly #pauses = new Pauses();
  readonly #listener: Listener;
  readonly #toOne: Allowance | undefined;
  #alone: EvenFlow | undefined;
  #backSince: number | undefined;
  #awayUntil = -Infinity;
  #untold: string[] = [];
  /** Went by our part of the pace while Redis was back already. */
  #unasked = 0;
  #telling: NodeJS.Timeout | undefined;
  #asking = false;
  /** Places this process has and nobody has taken yet. */
  #places = 0;
  #onTheWay = 0;
  #bulk = 0;
  #probing = false;
  #heldUntil = -Infinity;
  #strictUntil = -Infinity;
  #sparing = 0;
  #stopped = false;

  constructor(parts: SharedPacingParts) {
    this.#parts = parts;
    this.#keeper = parts.keeper;
    this.#now = parts.now ?? elapsed;
    this.#toOne = parts.pace.toOne && new Allowance(parts.pace.toOne);
    this.#listener = this.#keeper.hear((ms) => this.#held(ms, STRICT_FOR_MS + ms));
  }

  get waiting(): number {
    return this.#inLanes + this.#sparing;
  }

  get heldMs(): number {
    return Math.max(0, this.#heldUntil - this.#now());
  }

  leave(lane: Lane, to: string): Promise<boolean> | undefined {
    if (this.#stopped) return Promise.resolve(false);
    if (!this.#goesUnasked(lane)) return this.#inTurn(lane, to);
    this.#count(lane);
    this.#untold.push(to);
    this.#tellSoon();
    return undefined;
  }

  back(lane: Lane): void {
    this.#onTheWay -= 1;
    if (lane !== 'reply') this.#bulk -= 1;
    if (this.#probing) {
      this.#probing = false;
      // After a pause that was asked for again it is due once more, and this changes nothing.
      if (this.heldMs === 0) void this.#keeper.probed().catch(() => undefined);
    }
    void this.#ask();
  }

  hold(ms: number): void {
    this.#held(ms, ms + STRICT_FOR_MS);
    void this.#keeper.hold(ms, STRICT_FOR_MS).catch(() => undefined);
  }

  stop(): void {
    this.#stopped = true;
    this.#listener.stop();
    this.#pauses.end();
    for (const lane of LANES) for (const { go } of this.#lanes[lane]) go(false);
    for (const lane of LANES) this.#lanes[lane].clear();
    void this.#tell();
  }

  get #inLanes(): number {
    return LANES.reduce((sum, lane) => sum + this.#lanes[lane].size, 0);
  }

  /** Replies, where the limits are rules for mailings and the platform has not asked for a pause. */
  #goesUnasked(lane: Lane): boolean {
    const { inAll, toOne } = this.#parts.pace;
    const now = this.#now();
    if (now < this.#heldUntil || this.#onTheWay >= MOST_ON_THE_WAY) return false;
    // Who would not hear of a pause asks.
    if (this.#keeper.up && !this.#listener.hears) return false;
    if (inAll === undefined && toOne === undefined) return now >= this.#strictUntil;
    return lane === 'reply' && spared(inAll) && spared(toOne) && now >= this.#strictUntil;
  }

  #count(lane: Lane): void {
    this.#onTheWay += 1;
    if (lane !== 'reply') this.#bulk += 1;
  }

  /** Their own limit first, which holds nobody else; then a place. */
  async #inTurn(lane: Lane, to: string): Promise<boolean> {
    this.#sparing += 1;
    try {
      for (;;) {
        const ms = await this.#sparedMs(to);
        if (this.#stopped) return false;
        if (ms <= 0) break;
        await this.#pauses.take(ms);
      }
    } finally {
      this.#sparing -= 1;
    }
    return new Promise((resolve) => {
      this.#lanes[lane].add({ go: resolve });
      void this.#ask();
    });
  }

  async #sparedMs(to: string): Promise<number> {
    if (this.#toOne === undefined) return 0;
    const kept = this.#isAway() ? undefined : await this.#keeper.spared(to).catch(() => undefined);
    const now = this.#now();
    const ms = kept ?? this.#toOne.afterMs(to, now);
    if (ms <= 0) this.#toOne.gone(to, now);
    return ms;
  }

  #isAway(): boolean {
    return !this.#keeper.up || this.#now() < this.#awayUntil;
  }

  /** Takes places while somebody waits for one; what a place brings is decided when its moment comes. */
  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      for (;;) {
        const lane = this.#next(this.#places);
        if (lane === undefined || this.#stopped) return;
        await this.#place(lane);
      }
    } finally {
      this.#asking = false;
    }
  }

  async #place(lane: Lane): Promise<void> {
    const now = this.#now();
    if (now < this.#heldUntil) return this.#pauses.take(this.heldMs);
    if (this.#isAlone(now)) return this.#withoutRedis(lane, now);
    try {
      const { word, ms, heldMs, strictMs, place } = await this.#keeper.take(LANES.indexOf(lane) + 1);
      this.#held(heldMs, strictMs);
      if (word === 'wait') await this.#pauses.take(Math.max(ms, 1));
      if (word !== 'go' && word !== 'first') return;
      if (word === 'first') this.#probing = true;
      this.#places += 1;
      const due = this.#now() + ms;
      setTimeout(() => this.#go(due, place), Math.max(0, ms));
    } catch {
      // It may seem to be there and not answer.
      this.#awayUntil = this.#now() + AWAY_FOR_MS;
    }
  }

  /** The moment of a place has come: whoever is first now takes it. */
  #go(due: number, place: string): void {
    this.#places -= 1;
    // A busy process: what it sends now must not be counted as sent before.
    if (this.#now() - due > LATE_MS) void this.#keeper.late(place).catch(() => undefined);
    const lane = this.#next(0);
    // Nobody is left who would come back and say so.
    if (lane === undefined && this.#probing) {
      this.#probing = false;
      void this.#keeper.probed().catch(() => undefined);
    }
    if (lane !== undefined) this.#let(lane);
    void this.#ask();
  }

  #let(lane: Lane): void {
    const [first] = this.#lanes[lane];
    if (first === undefined) return;
    this.#lanes[lane].delete(first);
    this.#count(lane);
    first.go(true);
  }

  /** The lane of the one who comes after so many others, if there is room for one more on the way. */
  #next(after: number): Lane | undefined {
    if (this.#onTheWay + after >= MOST_ON_THE_WAY) return undefined;
    let before = after;
    for (const lane of LANES) {
      if (lane !== 'reply' && this.#bulk + after >= MOST_UNASKED) return undefined;
      if (this.#lanes[lane].size > before) return lane;
      before -= this.#lanes[lane].size;
    }
    return undefined;
  }

  /** Until all others have Redis back too: they keep to their parts as long as they have not. */
  #isAlone(now: number): boolean {
    if (this.#isAway()) this.#backSince = undefined;
    else this.#backSince ??= this.#alone === undefined ? -Infinity : now;
    if (this.#backSince !== undefined && now - this.#backSince > ALL_BACK_MS) this.#alone = undefined;
    return this.#isAway() || this.#alone !== undefined;
  }

  /** By ourselves, at our part of the pace. */
  async #withoutRedis(lane: Lane, now: number): Promise<void> {
    const { inAll } = this.#parts.pace;
    this.#alone ??= this.#ownFlow(inAll ?? NO_LIMIT, now);
    const ms = this.#alone.afterMs(now);
    if (ms > 0) return this.#pauses.take(Math.min(ms, LOOK_AGAIN_MS));
    this.#alone.gone(now);
    if (!this.#isAway()) {
      this.#unasked += 1;
      this.#tellSoon();
    }
    this.#let(lane);
  }

  /** Behind the places that were given already, ours and others'. */
  #ownFlow(inAll: Limit, now: number): EvenFlow {
    const flow = new EvenFlow(partOf(inAll, this.#parts.processes()));
    flow.gone(now + AHEAD_MS);
    return flow;
  }

  #held(ms: number, strictMs: number): void {
    const now = this.#now();
    if (ms > 0) this.#heldUntil = Math.max(this.#heldUntil, now + ms);
    if (strictMs > 0) this.#strictUntil = Math.max(this.#strictUntil, now + strictMs);
  }

  #tellSoon(): void {
    this.#telling ??= setTimeout(() => void this.#tell(), TELL_AFTER_MS);
  }

  async #tell(): Promise<void> {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    const untold = this.#untold;
    const count = untold.length + this.#unasked;
    this.#untold = [];
    this.#unasked = 0;
    if (count === 0) return;
    const told = await this.#keeper.left(count, untold).catch(() => undefined);
    if (told !== undefined) this.#held(told.heldMs, told.strictMs);
  }
}

/** Monotonic milliseconds; only differences mean anything. */
const elapsed = (): number => performance.now();

const spared = (limit: Limit | undefined): boolean => limit === undefined || limit.sparesReplies === true;

/** So much of the pace that all processes together stay within it: one message at a time, further apart. */
const partOf = (inAll: Limit, processes: number): Limit => ({
  ...inAll,
  messages: 1,
  perMs: (inAll.perMs * processes) / inAll.messages,
});
