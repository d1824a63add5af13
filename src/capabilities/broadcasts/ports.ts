import type { HistoryEntry, Broadcast } from './model/broadcast.ts';
import type { BroadcastState } from './model/states.ts';

/** As it is stored. */
export interface StoredBroadcast extends Omit<Broadcast, 'id'> {
  _id: string;
}

/** What a guarded write of the staff expects to find. */
export type Guard = Pick<Broadcast, 'id' | 'org' | 'state' | 'hash' | 'rev'>;
/** What it changes besides the history and the revision; `null` takes a field away. */
export type Change = Partial<
  Pick<
    Broadcast,
    | 'state'
    | 'name'
    | 'content'
    | 'audience'
    | 'urgent'
    | 'at'
    | 'hash'
    | 'sameness'
    | 'due'
    | 'again'
    | 'admitted'
  >
> & {
  every?: Broadcast['every'] | null;
  approval?: Broadcast['approval'] | null;
  why?: string | null;
  from?: string | null;
  author?: string;
};

/** Which broadcasts are looked at. */
export interface Which {
  org: string;
  states?: readonly BroadcastState[];
  /** Of a coordinator: those that write to nobody outside of these. */
  regions?: readonly string[];
}

/** What the sending may set while it moves a broadcast on. */
export type Sent = Partial<Pick<Broadcast, 'why' | 'changedAt'>>;

/** Every write is durable (majority, journaled) and safe to repeat. */
export interface BroadcastsStore {
  insert(broadcast: Omit<StoredBroadcast, 'rev'>): Promise<void>;
  /** Any organisation's. */
  find(id: string): Promise<Broadcast | undefined>;
  /** Within one organisation: another's is not there. */
  findIn(org: string, id: string): Promise<Broadcast | undefined>;
  list(of: Which, window: { skip: number; limit: number }): Promise<Broadcast[]>;
  count(of: Which): Promise<number>;
  /** The last ones that were made from one of these saved audiences. */
  madeFrom(of: Which, audiences: readonly string[]): Promise<Broadcast[]>;
  /** One atomic write under the guard; a repetition after a lost answer knows its own token. `false`: stale. */
  write(guard: Guard, change: Change, entry: HistoryEntry): Promise<boolean>;
  /**
   * The sending's compare and set: from one of these states into another. `false`: it stands elsewhere, and nothing
   * changed. One that already stands at `to` counts as moved only when this call, repeated, moved it.
   */
  move(id: string, from: readonly BroadcastState[], to: BroadcastState, set?: Sent): Promise<boolean>;
  /** Launched ones of the organisation that say the same and go out within so many milliseconds of `at`. */
  alike(of: Pick<Broadcast, 'id' | 'org' | 'sameness'>, at: number, withinMs: number): Promise<Broadcast[]>;
  /** Launched ones whose moment has not come or whose order may have been lost, of every organisation. */
  waiting(): Promise<Broadcast[]>;
  /**
   * Takes recipients from what the organisation's people may write to alone on this day, all or nothing; asked again for
   * the same broadcast it answers the same.
   */
  spendAlone(of: { org: string; day: string; id: string; n: number; most: number }): Promise<boolean>;
  /** How many were taken on this day. */
  spentAlone(org: string, day: string): Promise<number>;
  /** Takes the demonstration away. */
  dropDemo(): Promise<void>;
}
