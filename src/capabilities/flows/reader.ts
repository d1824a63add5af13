import { dayOf } from '../../domain/clock.ts';
import type { Clock } from '../../domain/clock.ts';
import type { CompiledFlow, FlowSet } from '../../engine/flow-set.ts';
import type { StoredCounts } from './counting/counts-store.ts';
import { type FlowFigures, figuresOf, SILENT_DAYS } from './figures/figures.ts';
import { type ShownFigures, shown } from './figures/shown.ts';

/** Periods staff may look at, in days. */
export const PERIODS = [7, 30, 90, 365] as const;
type Period = (typeof PERIODS)[number];
const DAY_MS = 86_400_000;

/** Which talks are looked at: all, or those in one language or on one channel. */
export interface Cut {
  days: Period;
  lang?: string | undefined;
  channel?: string | undefined;
}

export interface FlowRead {
  flow: CompiledFlow;
  figures: ShownFigures;
  /** What may be chosen: every language and channel that was counted in the period. */
  langs: readonly string[];
  channels: readonly string[];
}

/** What staff may read of flows; nothing unsuppressed leaves it. */
export interface FlowReader {
  /** It is another organisation's: read as a guest. */
  readonly guest?: true;
  list(): Promise<{ flow: CompiledFlow; figures: Pick<FlowFigures, 'begun' | 'waiting'> }[]>;
  /** `null`: there is no such flow. */
  flow(id: string, cut: Cut): Promise<FlowRead | null>;
}

export interface FlowReaderDeps {
  flows: () => FlowSet;
  countsSince: (flows: readonly string[], day: string) => Promise<StoredCounts[]>;
  clock: Clock;
}

export function flowReader({ flows, countsSince, clock }: FlowReaderDeps): FlowReader {
  const daysAgo = (days: number): string => dayOf(clock.now() - days * DAY_MS);
  return {
    async list() {
      const all = [...flows().flows.values()];
      const counts = await countsSince(
        all.map(({ id }) => id),
        daysAgo(SILENT_DAYS),
      );
      return all.map((flow) => ({
        flow,
        figures: figuresOf(
          counts.filter((row) => row.flow === flow.id),
          daysAgo(SILENT_DAYS),
        ),
      }));
    },
    async flow(id, { days, lang, channel }) {
      const flow = flows().flows.get(id);
      if (flow === undefined) return null;
      const counts = await countsSince([id], daysAgo(days));
      const chosen = counts.filter(
        (row) =>
          (lang === undefined || row.lang === lang) && (channel === undefined || row.channel === channel),
      );
      const figures = figuresOf(chosen, daysAgo(SILENT_DAYS));
      return {
        flow,
        figures: shown(figures, flow, lang !== undefined || channel !== undefined),
        langs: [...new Set(counts.map((row) => row.lang))].sort(),
        channels: [...new Set(counts.map((row) => row.channel))].sort(),
      };
    },
  };
}

/** What another organisation's staff read of flows. */
export const sharedFlows = (reader: FlowReader, mayRead: () => Promise<boolean>): FlowReader => ({
  guest: true,
  list: async () => ((await mayRead()) ? reader.list() : []),
  flow: async (id, cut) => ((await mayRead()) ? reader.flow(id, cut) : null),
});
