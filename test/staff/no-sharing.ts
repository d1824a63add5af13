import type { Walls } from '../../src/capabilities/wall.ts';

/** Walls without a door: each organisation reads its own. */
export const NO_SHARING: Walls = {
  mayRead: async (org, owner) => org === owner,
  ownersFor: async (org) => [org],
};
