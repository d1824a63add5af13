import type { AudiencesDeps } from '../../src/capabilities/audiences/index.ts';
import { realChance } from '../universe/time.ts';

/** What the pages of audiences are made with, where a test does not look at them. */
export const pagesRooms: Pick<AudiencesDeps, 'known' | 'usedBy' | 'staffName' | 'chance'> = {
  known: () => ({ languages: [], channels: [], regions: [], cercles: [], communes: [] }),
  usedBy: async () => new Map(),
  staffName: async () => undefined,
  chance: realChance,
};
