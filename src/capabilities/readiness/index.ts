import type { Sealer } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Capability } from '../capability.ts';
import { checking } from './checklist.ts';
import { READINESS_COLLECTIONS } from './collections.ts';
import type { Facts } from './lines.ts';
import { type Database, marksStore } from './marks-store.ts';
import { readinessRoutes } from './pages/routes.tsx';
import { readinessSlots } from './pages/slots.tsx';
import { readinessStyles } from './pages/styles.ts';

export interface ReadinessDeps {
  db: Database;
  sealer: Sealer;
  clock: Clock;
  /** What the lines are computed from. */
  facts: () => Promise<Facts>;
  staffName: (account: string) => Promise<string | undefined>;
  /** The organisation whose campaign it is. */
  owner: string;
  production: boolean;
}

/** Before a campaign opens: what must be ready, and who said so (W15). */
export function readiness(deps: ReadinessDeps): Capability {
  const marks = marksStore(deps.db);
  const checks = checking({ ...deps, marks });
  return {
    name: 'readiness',
    collections: READINESS_COLLECTIONS,
    effects: [],
    calls: [],
    staffRoutes: readinessRoutes({ ...deps, marks, checking: checks }),
    staffSlots: readinessSlots({ ...deps, checking: checks }),
    assets: readinessStyles,
  };
}

export { CORE_FLOWS, type Facts } from './lines.ts';
