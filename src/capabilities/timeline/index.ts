import type { Speaker } from '../../conversation/ports.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import {
  approvedStyles,
  type Database,
  desk,
  entriesStore,
  entryRoutes,
  lacksOf,
} from '../approved/index.ts';
import type { Capability } from '../capability.ts';
import { readCall } from './chat/calls.ts';
import { MILESTONES, TIMELINE_COLLECTIONS } from './collections.ts';
import { demoMilestones } from './demo/demo.ts';
import { MILESTONE_FIELDS } from './milestones/milestone.ts';
import { timelineOf } from './milestones/timeline.ts';
import { milestoneKind } from './pages/milestone-kind.tsx';
import { TIMELINE_TEXTS } from './pages/texts.ts';
import { parcoursRoute } from './public/route.tsx';

export interface TimelineDeps {
  db: Database;
  clock: Clock;
  chance: Chance;
  speaker: Speaker;
  /** Regions a milestone may be about, in the order they are offered. */
  regions: readonly { slug: string; name: string }[];
  /** Whether one account alone could be both of these (T21). */
  sameHands: (one: string, other: string) => Promise<boolean>;
  /** A colleague's name by account id; `undefined` when the account is gone. */
  staffName: (account: string) => Promise<string | undefined>;
}

/** "Where do we stand?": the milestones of the peace process, maintained by two people, asked in chat and read by all (U7). */
export function timeline(deps: TimelineDeps): Capability {
  const { db, clock, regions } = deps;
  const store = entriesStore(db, MILESTONES);
  const read = timelineOf({ store, clock });
  const lacks = (content: Parameters<typeof lacksOf>[1]): string[] => lacksOf(MILESTONE_FIELDS, content);
  const ours = desk({ ...deps, name: 'timeline', store, lacks });
  const names = new Map(regions.map(({ slug, name }) => [slug, name]));
  return {
    name: 'timeline',
    collections: TIMELINE_COLLECTIONS,
    effects: [],
    calls: [readCall({ timeline: read, speaker: deps.speaker, placeName: (slug) => names.get(slug) })],
    staffRoutes: entryRoutes(milestoneKind({ ...deps, store, timeline: read, desk: ours })),
    staffSlots: {
      async needs({ person: { org }, frame: { lang } }) {
        const count = await store.count({ org, state: 'submitted' });
        const words = TIMELINE_TEXTS[lang].submitted(count);
        const href = '/staff/timeline?etat=submitted';
        return [{ key: 'timeline.submitted', count, words, href, level: 'amber', asOf: clock.now() }];
      },
    },
    publicRoutes: [parcoursRoute({ timeline: read, clock, regions })],
    assets: approvedStyles,
    demo: demoMilestones({ store, chance: deps.chance }),
  };
}
