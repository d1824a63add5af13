import type { Chance, Clock } from '../../../domain/clock.ts';
import type { DemoDeed, DemoPart } from '../../capability.ts';
import type { Talks } from '../talks/talks.ts';

/** The house the demonstration is played in: the real rooms on the real database, with a clock and chance of its own. */
export interface Stage {
  talks: Talks;
  /** What staff write and decide, by the capabilities it belongs to. */
  staffDeeds: (...of: Parameters<DemoPart['deeds']>) => DemoDeed[];
}

export type OpenStage = (clock: Clock, chance: Chance) => Promise<Stage>;
