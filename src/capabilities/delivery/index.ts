import { behindWall } from '../wall.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Capability } from '../capability.ts';
import { deliveryNeeds } from './needs.ts';
import type { Letters, Standing } from './ports.ts';
import { deliveryRoutes } from './pages/routes.tsx';
import { deliverySlots } from './pages/slots.tsx';
import { deliveryStyles } from './pages/styles.ts';

export interface DeliveryDeps {
  letters: Letters;
  /** What this month's messages have cost so far. */
  standing: () => Standing;
  clock: Clock;
  /** The organisation that runs this installation. */
  owner: string;
}

/** What staff see of delivery: messages nothing could be made of, and what the month costs (T29, C3). */
export function delivery({ letters, standing, clock, owner }: DeliveryDeps): Capability {
  const lettersOf = behindWall<Letters>(owner, letters, NO_LETTERS);
  return {
    name: 'delivery',
    collections: [],
    effects: [],
    calls: [],
    staffRoutes: deliveryRoutes({ lettersOf, standing }),
    staffSlots: { ...deliverySlots(standing, owner), ...deliveryNeeds(lettersOf, clock) },
    assets: deliveryStyles,
  };
}

const NO_LETTERS: Letters = {
  list: async () => [],
  count: async () => 0,
  find: async () => undefined,
  ask: async () => 0,
  drop: async () => false,
};

export type { LetterRow, Letters } from './ports.ts';
