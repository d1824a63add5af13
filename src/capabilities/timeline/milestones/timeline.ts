import type { Clock } from '../../../domain/clock.ts';
import { type EntriesStore, type Entry, madeOfSaid } from '../../approved/index.ts';
import { type Milestone, milestoneOf, NATIONAL, PHASES } from './milestone.ts';
import { SHIPPED } from './shipped.ts';

export interface Asked {
  /** The last day that is read. */
  until?: string | undefined;
  theme?: string | undefined;
  /** A region's slug: its own milestones and those of the whole country. */
  region?: string | undefined;
}

/** The timeline as citizens read it, the oldest first. */
export interface Timeline {
  read(asked?: Asked): Promise<readonly Milestone[]>;
  /** The day of a milestone that is, or once was, read; it may be taken back, or another may stand in its place. */
  dateOf(key: string): Promise<string | undefined>;
  /** Shipped milestones nobody has ever put in other words, or taken back. */
  shipped(): Promise<readonly Milestone[]>;
}

export function timelineOf(deps: { store: EntriesStore; clock: Clock }): Timeline {
  const held = madeOfSaid(deps, merged);
  return {
    read: async ({ until, theme, region } = {}) =>
      (await held()).all.filter(
        (each) =>
          (until === undefined || each.date <= until) &&
          (theme === undefined || each.theme === theme) &&
          (region === undefined || each.place === region || each.place === NATIONAL),
      ),
    dateOf: async (key) => (await held()).dates.get(key),
    shipped: async () => (await held()).shipped,
  };
}

interface Merged {
  all: readonly Milestone[];
  shipped: readonly Milestone[];
  dates: ReadonlyMap<string, string>;
}

/** What two people approved, and the shipped ones that still stand in their place. */
function merged(said: readonly Entry[]): Merged {
  const replaced = keysOf(said);
  const shipped = SHIPPED.filter(({ key }) => !replaced.has(key));
  const approved = said.flatMap((entry) => milestoneOf(entry) ?? []);
  const all = [...shipped, ...approved].sort((one, two) => order(one, two) || (one.key < two.key ? -1 : 1));
  const withdrawn = said.map(({ id, content }) => [id, content['date'] ?? ''] as const);
  const known = [...SHIPPED, ...all].map(({ key, date }) => [key, date] as const);
  return { all, shipped, dates: new Map([...withdrawn, ...known]) };
}

const order = (one: Milestone, two: Milestone): number =>
  one.date === two.date
    ? PHASES.indexOf(one.phase) - PHASES.indexOf(two.phase)
    : one.date < two.date
      ? -1
      : 1;

/** Shipped milestones whose place an entry has taken at least once. */
const keysOf = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(
    entries.flatMap(({ version, content, live }) =>
      version > 0 ? [live?.content['cle'] ?? content['cle'] ?? ''] : [],
    ),
  );
