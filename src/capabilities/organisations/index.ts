import { FIRST_ORG, type AccountParts } from '../../web/staff/index.ts';
import type { Capability } from '../capability.ts';
import type { Walls } from '../wall.ts';
import { agreementsStore } from './agreements-store.ts';
import { ORGANISATION_COLLECTIONS } from './collections.ts';
import { organisationsStore } from './organisations-store.ts';
import { organisationRoutes } from './pages/routes.tsx';
import { organisationStyles } from './pages/styles.ts';
import { wallsOf } from './walls.ts';

type Database = Parameters<typeof organisationsStore>[0];

export interface Organisations extends Capability {
  /** What the other capabilities ask before they show one organisation's records to another. */
  readonly walls: Walls;
  /** As it stands under what it publishes; one nobody named stands there by its word. */
  publisher(org: string): Promise<{ id: string; name: string }>;
}

/** The organisations that work with the house, and what they agreed to let each other read (T36). */
export function organisations({ db, staff }: { db: Database; staff: AccountParts }): Organisations {
  const agreements = agreementsStore(db);
  const stored = organisationsStore(db);
  const deps = { organisations: withFirst(stored), agreements, staff };
  return {
    name: 'organisations',
    collections: ORGANISATION_COLLECTIONS,
    effects: [],
    calls: [],
    staffRoutes: organisationRoutes(deps),
    assets: organisationStyles,
    walls: wallsOf(agreements, staff.clock),
    publisher: async (org) => ({ id: org, name: (await deps.organisations.find(org))?.name ?? org }),
  };
}

/** The first one is there before anybody names it. */
function withFirst(stored: ReturnType<typeof organisationsStore>): typeof stored {
  const first = { id: FIRST_ORG, name: 'Benkan', kind: 'campaign' } as const;
  return {
    ...stored,
    list: async () => {
      const others = await stored.list();
      return others.some(({ id }) => id === FIRST_ORG) ? others : [first, ...others];
    },
    find: async (id) => (await stored.find(id)) ?? (id === FIRST_ORG ? first : undefined),
  };
}
