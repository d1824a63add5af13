import type { Counts } from '../../audiences/index.ts';
import type { Carrier } from './pages.ts';

/** What sending it takes, as far as prices and paces are known. */
export interface Estimate {
  /** Of the slowest channel; they send beside each other. Milliseconds. */
  ms: number;
  /** At most, in FCFA. */
  cost: number;
  /** Channels that are paid for and whose price nobody has set. */
  unpriced: readonly string[];
}

/** @param parts how many SMS a text takes */
export function estimateOf(
  told: Readonly<Record<string, string>>,
  { byChannel }: Pick<Counts, 'byChannel'>,
  carriers: readonly Carrier[],
  parts: (text: string) => number,
): Estimate {
  // Which language is spoken on which channel is not counted: the longest text is what it costs at most.
  const most = Math.max(0, ...Object.values(told).map(parts));
  const used = carriers
    .map((carrier) => ({ carrier, n: byChannel[carrier.id] ?? 0 }))
    .filter(({ n }) => n > 0);
  const paid = used.filter(({ carrier }) => carrier.paidBy !== undefined);
  return {
    ms: Math.max(
      0,
      ...used.map(({ carrier, n }) => (carrier.perSecond === undefined ? 0 : (n / carrier.perSecond) * 1000)),
    ),
    cost: paid.reduce(
      (sum, { carrier, n }) => sum + n * (carrier.price ?? 0) * (carrier.paidBy === 'part' ? most : 1),
      0,
    ),
    unpriced: paid.filter(({ carrier }) => carrier.price === undefined).map(({ carrier }) => carrier.id),
  };
}
