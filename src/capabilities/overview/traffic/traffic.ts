import { type Clock, dayOf } from '../../../domain/clock.ts';

/** What is counted a day and channel: messages in, out and given up; people who came, said stop, were erased. */
export const COUNTED = ['in', 'out', 'failed', 'came', 'stopped', 'erased'] as const;
export type Counted = (typeof COUNTED)[number];
export type Counts = Partial<Record<Counted, number>>;

/** What this process has counted on one day and channel since it started. */
export interface TrafficRow {
  day: string;
  channel: string;
  counts: Counts;
  /** Of what could not be sent: the platform's code → how often. */
  codes: Record<string, number>;
}

/** When a channel last brought, took or refused a message, by the minute; milliseconds since 1970. */
export interface StandingRow {
  channel: string;
  day: string;
  last: Partial<Record<'in' | 'out' | 'failed', number>>;
}

export interface Traffic {
  count(what: Counted, channel: string, code?: string): void;
  /** Writes what is new. After a failure the next one brings it along. */
  flush(): Promise<void>;
}

interface TrafficDeps {
  clock: Clock;
  /** Puts this process's sums in the place of its earlier ones, so that a repetition changes nothing. */
  write: (rows: readonly TrafficRow[], standing: readonly StandingRow[]) => Promise<void>;
}

const MINUTE_MS = 60_000;
/** Codes of one day and channel that are told apart; a platform that invents more does not grow a document. */
const MOST_CODES = 40;
const PLAIN_CODE = /^[A-Za-z0-9_]{1,40}$/u;

/**
 * Counts in memory and writes every few seconds: a turn costs no command more. What a kill loses is the last seconds of
 * a sum that nobody decides by.
 */
export function trafficCounter({ clock, write }: TrafficDeps): Traffic {
  const rows = new Map<string, TrafficRow>();
  const standing = new Map<string, StandingRow>();
  let fresh = new Set<string>();
  let writing = Promise.resolve();
  const rowOf = (day: string, channel: string): TrafficRow => {
    const key = `${day} ${channel}`;
    fresh.add(key);
    let row = rows.get(key);
    if (row === undefined) rows.set(key, (row = { day, channel, counts: {}, codes: {} }));
    return row;
  };
  const writeFresh = async (): Promise<void> => {
    const keys = fresh;
    if (keys.size === 0) return;
    fresh = new Set();
    const changed = [...keys].flatMap((key) => rows.get(key) ?? []);
    const channels = new Set(changed.map(({ channel }) => channel));
    try {
      await write(
        changed,
        [...channels].flatMap((channel) => standing.get(channel) ?? []),
      );
    } catch (cause) {
      for (const key of keys) fresh.add(key);
      throw cause;
    }
  };
  return {
    count(what, channel, code) {
      const now = clock.now();
      const day = dayOf(now);
      const { counts, codes } = rowOf(day, channel);
      counts[what] = (counts[what] ?? 0) + 1;
      if (code !== undefined) add(codes, code);
      if (what !== 'in' && what !== 'out' && what !== 'failed') return;
      let row = standing.get(channel);
      if (row === undefined) standing.set(channel, (row = { channel, day, last: {} }));
      row.day = day;
      row.last[what] = now - (now % MINUTE_MS);
    },
    flush() {
      writing = writing.catch(() => undefined).then(writeFresh);
      return writing;
    },
  };
}

function add(codes: Record<string, number>, code: string): void {
  const known = Object.hasOwn(codes, code) || Object.keys(codes).length < MOST_CODES;
  const name = known && PLAIN_CODE.test(code) ? code : 'other';
  codes[name] = (codes[name] ?? 0) + 1;
}
