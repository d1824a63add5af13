import type { Fingerprint, Sealer } from '../../conversation/ports.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import type { DueDates } from '../../schedule/due-dates.ts';
import type { Capability } from '../capability.ts';
import { CONTACT_COLLECTIONS } from './collections.ts';
import { contactsDesk } from './imports/desk.ts';
import { bringDue, undoDue } from './imports/dues.ts';
import { type Database, importsStore } from './imports/imports-store.ts';
import { proofsStore } from './imports/proofs-store.ts';
import { contactRoutes } from './pages/routes.tsx';
import { contactStyles } from './pages/styles.ts';
import type { ContactRooms } from './ports.ts';

export type { Arriving, Brought, ContactRooms, Standing } from './ports.ts';
export { FileRefused, type RowFault } from './reading/contact.ts';
export { type ReadDeps, readContacts } from './reading/read-file.ts';

export interface ContactsDeps {
  db: Database;
  fingerprint: Fingerprint;
  sealer: Sealer;
  clock: Clock;
  chance: Chance;
  dues: DueDates;
  rooms: ContactRooms;
}

export interface Contacts extends Capability {
  /** For erasure: the proof goes with its person. Safe to repeat. */
  eraseFor(person: string): Promise<number>;
  /** Two who turn out to be one have one proof each. */
  owned: { unite(from: string, to: string): Promise<void> };
}

/** Lists of people who agreed to be written to, each with the proof of it (B12). */
export function contacts(deps: ContactsDeps): Contacts {
  const imports = importsStore(deps.db, deps.sealer);
  const proofs = proofsStore(deps.db, deps);
  const desk = { ...deps, imports, proofs };
  return {
    name: 'contacts',
    collections: CONTACT_COLLECTIONS,
    effects: [],
    calls: [],
    dues: [bringDue(desk), undoDue(desk)],
    staffRoutes: contactRoutes({
      ...{ desk: contactsDesk(desk), imports, proofs, channels: deps.rooms.channels },
    }),
    assets: contactStyles,
    eraseFor: (person) => proofs.erase(person),
    owned: { unite: (from, to) => proofs.unite(from, to) },
  };
}
