import { COUNTED, type Counted, type TrafficRow } from './traffic.ts';

/** Fewer could be somebody in particular (S12). */
const K = 5;

/** `null`: 1 to 4, hidden. */
export type Shown = number | null;
export type ShownCounts = Readonly<Record<Counted, Shown>>;

export interface ShownTraffic {
  total: ShownCounts;
  /** By channel, those with most messages first. */
  channels: readonly { channel: string; counts: ShownCounts }[];
  /** By day, the newest first; days on which nothing happened are not there. */
  days: readonly { day: string; counts: ShownCounts }[];
  /** Why messages were given up, the most frequent first. */
  causes: readonly { channel: string; code: string; count: number }[];
}

/**
 * Sums as staff may see them (docs/decisions/small-counts.md). In all, a count of 1 to 4 is hidden; by day or channel
 * every other is rounded to fives besides, so that what is hidden cannot be worked out from the rest. What we could not
 * send is our own fault and nobody's secret: it is shown as it is.
 * @param hides on a development machine nothing is hidden
 */
export function shownTraffic(rows: readonly TrafficRow[], hides: boolean): ShownTraffic {
  const whole = hides ? hidden : exact;
  const part = hides ? rounded : exact;
  const by = (key: 'channel' | 'day'): { name: string; rows: TrafficRow[] }[] => {
    const groups = new Map<string, TrafficRow[]>();
    for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
    return [...groups].map(([name, of]) => ({ name, rows: of }));
  };
  return {
    total: seen(rows, whole),
    channels: by('channel')
      .sort((a, b) => sumOf(b.rows, 'in') + sumOf(b.rows, 'out') - sumOf(a.rows, 'in') - sumOf(a.rows, 'out'))
      .map(({ name, rows: of }) => ({ channel: name, counts: seen(of, part) })),
    days: by('day')
      .sort((a, b) => (a.name < b.name ? 1 : -1))
      .map(({ name, rows: of }) => ({ day: name, counts: seen(of, part) })),
    causes: causesIn(rows),
  };
}

export const sumOf = (rows: readonly TrafficRow[], what: Counted): number =>
  rows.reduce((sum, { counts }) => sum + (counts[what] ?? 0), 0);

function causesIn(rows: readonly TrafficRow[]): ShownTraffic['causes'] {
  const causes = new Map<string, { channel: string; code: string; count: number }>();
  for (const { channel, codes } of rows)
    for (const [code, count] of Object.entries(codes)) {
      const key = `${channel} ${code}`;
      causes.set(key, { channel, code, count: (causes.get(key)?.count ?? 0) + count });
    }
  return [...causes.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

const seen = (rows: readonly TrafficRow[], see: (count: number) => Shown): ShownCounts =>
  Object.fromEntries(
    COUNTED.map((what) => [what, what === 'failed' ? sumOf(rows, what) : see(sumOf(rows, what))]),
  ) as Record<Counted, Shown>;

const exact = (count: number): Shown => count;
const hidden = (count: number): Shown => (count > 0 && count < K ? null : count);
const rounded = (count: number): Shown => (count > 0 && count < K ? null : Math.round(count / K) * K);
