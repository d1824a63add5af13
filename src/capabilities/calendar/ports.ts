/** Where somebody lives, as far as they said: slugs of the gazetteer. */
export interface Where {
  region?: string | undefined;
  cercle?: string | undefined;
}

/**
 * `now`, or the moment from which a broadcast may go to people there; milliseconds since 1970. Urgent is always `now`.
 * Pure over the days as they stood when it was made.
 */
export type MayBroadcastAt = (now: number, where: Where, urgent: boolean) => number;

export interface Calendar {
  /** The rule over the days as staff have confirmed them by now: one small read. Ask again before each page of people. */
  rule(): Promise<MayBroadcastAt>;
  /** What else is known of a day there and holds nothing back, e.g. a market: keys with their source. */
  hints(now: number, where: Where): readonly Hint[];
  /** Feasts and days of the country between two days `YYYY-MM-DD`, both included, by day. */
  days: (from: string, to: string) => Promise<readonly NamedDay[]>;
}

export interface Hint {
  kind: 'market';
  /** Cercle, by slug. */
  cercle: string;
  source: string;
}

export interface NamedDay {
  /** Stays the same when the day moves: `tabaski-1448`, `noel-2026`. */
  id: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** In French. */
  name: string;
  /** It waits for the moon, and nobody has confirmed it yet. */
  expected: boolean;
}
