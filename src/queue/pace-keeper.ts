import type { Limit, Pace } from '../conversation/pace.ts';
import { SHARE } from '../outbox/share.ts';
import type { RedisLink } from './link.ts';
import { PACE_SCRIPT, PERSON_SCRIPT } from './pace-script.ts';

/** Without a limit for all, places are given as fast as this: only a pause is kept together then. */
export const NO_LIMIT: Limit = { messages: 1000, perMs: 1000, source: 'none: a bound for the arithmetic' };
/** How far ahead a process may take a place: longer than its timers are late, short enough for a reply to come next. */
export const AHEAD_MS = 120;

/** What Redis says of the pace. */
export interface Told {
  /** `first`: it goes alone, after a pause; the others follow when its outcome is known. */
  word: 'go' | 'first' | 'wait' | 'held';
  ms: number;
  heldMs: number;
  strictMs: number;
  /** The name of a place, to say that it was taken late. */
  place: string;
}

/** Hears of pauses. */
export interface Listener {
  /** Whether it would hear of one. */
  readonly hears: boolean;
  stop(): void;
}

export interface PaceKeeperParts {
  link: RedisLink;
  /** Before its keys: the account, and the installation. Words only, nothing of a person. */
  prefix: string;
  pace: Pace;
  /** This process and channel, among all. */
  me: string;
  /** Not to be guessed from outside: an address is kept by this only. */
  fingerprint: (to: string) => string;
}

/** The pace of one account as all processes keep it, in Redis. Every call throws while Redis is away. */
export class PaceKeeper {
  readonly #parts: PaceKeeperParts;
  readonly #inAll: [messages: number, windowMs: number];

  constructor(parts: PaceKeeperParts) {
    this.#parts = parts;
    const { messages, perMs } = parts.pace.inAll ?? NO_LIMIT;
    this.#inAll = [messages, perMs / SHARE];
  }

  get up(): boolean {
    return this.#parts.link.up;
  }

  /** A place for one of this lane; 1 is served first. */
  take(lane: number): Promise<Told> {
    return this.#pace('take', ...this.#inAll, lane, AHEAD_MS);
  }

  /** So many went without asking for a place; these of them without asking for their person either. */
  async left(count: number, to: readonly string[]): Promise<Told> {
    const { toOne } = this.#parts.pace;
    if (toOne !== undefined) await Promise.all(to.map((one) => this.#person(toOne, one, 'left')));
    return this.#pace('left', ...this.#inAll, count);
  }

  /** A place was taken later than it was given: it counts from now. */
  late(place: string): Promise<Told> {
    return this.#pace('late', ...this.#inAll, place);
  }

  /** How long this person must be spared; 0: not at all, and one is counted. */
  async spared(to: string): Promise<number> {
    const { toOne } = this.#parts.pace;
    return toOne === undefined ? 0 : this.#person(toOne, to, 'ask');
  }

  hold(ms: number, strictMs: number): Promise<Told> {
    return this.#pace('hold', ms, strictMs);
  }

  probed(): Promise<Told> {
    return this.#pace('probed');
  }

  /** Hears of pauses other processes were asked for. */
  hear(held: (ms: number) => void): Listener {
    const listener = this.#parts.link.another();
    let subscribed = false;
    const subscribe = () => listener.subscribe(this.#key).then(() => (subscribed = true));
    listener.on('close', () => (subscribed = false));
    listener.on('ready', () => void subscribe().catch(() => undefined));
    listener.on('message', (_key, ms) => held(Number(ms)));
    return {
      get hears() {
        return subscribed;
      },
      stop: () => listener.disconnect(),
    };
  }

  get #key(): string {
    return `${this.#parts.prefix}:pace`;
  }

  async #pace(what: string, ...args: (string | number)[]): Promise<Told> {
    const { link, me } = this.#parts;
    const said = await link.said(() =>
      link.commands.eval(PACE_SCRIPT, 2, this.#key, `${this.#key}:left`, what, me, ...args),
    );
    const [word, ms, heldMs, strictMs, place] = said as [Told['word'], string, string, string, string];
    return { word, ms: Number(ms), heldMs: Number(heldMs), strictMs: Number(strictMs), place };
  }

  async #person({ messages, perMs }: Limit, to: string, what: 'ask' | 'left'): Promise<number> {
    const { link, prefix, fingerprint } = this.#parts;
    const key = `${prefix}:to:${fingerprint(to)}`;
    const said = await link.said(() =>
      link.commands.eval(PERSON_SCRIPT, 1, key, messages, perMs / SHARE, what),
    );
    return Number(said);
  }
}
