import { type Clock, dayOf } from '../../domain/clock.ts';
import type { Walls } from '../wall.ts';
import type { AgreementsStore } from './agreements-store.ts';

/** The walls as they stand now: read at each asking, so that an agreement taken back is over at the next page. */
export const wallsOf = (agreements: AgreementsStore, clock: Clock): Walls => ({
  mayRead: async (org, owner, records) =>
    org === owner || agreements.holds({ owner, reader: org, records }, dayOf(clock.now())),
  ownersFor: async (org, records) => [
    org,
    ...(await agreements.ownersFor(org, records, dayOf(clock.now()))).filter((owner) => owner !== org),
  ],
});
