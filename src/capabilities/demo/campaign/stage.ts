import type { Chance, Clock } from '../../../domain/clock.ts';
import type { Talks } from '../talks/talks.ts';

/** Something the staff of the invented campaign do. */
export interface StaffDeed {
  /** When, milliseconds since 1970. */
  at: number;
  run(): Promise<void>;
}

/** The house the demonstration is played in: the real rooms on the real database, with a clock and chance of its own. */
export interface Stage {
  talks: Talks;
  /** What staff write and decide from `from` to `to`, by the capabilities it belongs to. */
  staffDeeds: (from: number, to: number) => StaffDeed[];
}

export type OpenStage = (clock: Clock, chance: Chance) => Promise<Stage>;

/** What a capability takes away of the demonstration besides what belongs to invented people. Safe to repeat. */
export type Sweep = () => Promise<void>;
