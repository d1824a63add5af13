import type { Clock } from '../../../domain/clock.ts';
import type { EntriesStore, Entry } from '../../approved/index.ts';
import { type Milestone, milestoneOf, NATIONAL, PHASES } from './milestone.ts';
import { SHIPPED } from './shipped.ts';

/** So old what is read may be: a withdrawal is seen by everybody within two seconds. */
const FRESH_MS = 2000;

export interface Asked {
  theme?: string | undefined;
  /** A region's slug: its own milestones and those of the whole country. */
  region?: string | undefined;
}

/** The timeline as citizens read it, the oldest first. */
export interface Timeline {
  read(asked?: Asked): Promise<readonly Milestone[]>;
}

export function timelineOf({ store, clock }: { store: EntriesStore; clock: Clock }): Timeline {
  let held: { at: number; stamp: string; all: readonly Milestone[] } | undefined;
  const all = async (): Promise<readonly Milestone[]> => {
    const at = clock.now();
    if (held !== undefined && at >= held.at && at - held.at < FRESH_MS) return held.all;
    const stamp = await store.stamp();
    if (held?.stamp !== stamp) held = { at, stamp, all: merged(await store.said()) };
    else held = { ...held, at };
    return held.all;
  };
  return {
    read: async ({ theme, region } = {}) =>
      (await all()).filter(
        (each) =>
          (theme === undefined || each.theme === theme) &&
          (region === undefined || each.place === region || each.place === NATIONAL),
      ),
  };
}

/** What two people approved, and the shipped ones nobody has ever put in other words, or taken back. */
function merged(said: readonly Entry[]): Milestone[] {
  const replaced = keysOf(said);
  const approved = said.flatMap((entry) => milestoneOf(entry) ?? []);
  return [...SHIPPED.filter(({ key }) => !replaced.has(key)), ...approved].sort(
    (one, two) => order(one, two) || (one.key < two.key ? -1 : 1),
  );
}

const order = (one: Milestone, two: Milestone): number =>
  one.date === two.date
    ? PHASES.indexOf(one.phase) - PHASES.indexOf(two.phase)
    : one.date < two.date
      ? -1
      : 1;

/** Shipped milestones whose place an entry has taken at least once. */
export const keysOf = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(
    entries.flatMap(({ version, content, live }) =>
      version > 0 ? [live?.content['cle'] ?? content['cle'] ?? ''] : [],
    ),
  );
