import type { Chance, Clock } from '../../../domain/clock.ts';
import { markedChance } from '../mark.ts';
import { CAMPAIGN_DAYS, planSittings } from '../talks/plan-sittings.ts';
import { playSitting } from '../talks/play-sitting.ts';
import type { Sitting } from '../talks/sitting.ts';
import type { Hold } from './hold.ts';
import { inParallel } from './in-parallel.ts';
import { simulatedClock } from './simulated-clock.ts';
import type { OpenStage } from './stage.ts';

const DAY_MS = 86_400_000;
/** Talks of one day side by side: commits of many are grouped into one command. */
const WIDTH = 40;
/** People write from the morning on. */
const MORNING_MS = 8 * 3_600_000;

export interface PlayDeps {
  openStage: OpenStage;
  clock: Clock;
  chance: Chance;
}

/** Plays three months, day by day until yesterday: what staff do first, then everybody who writes that day. */
export async function playCampaign(
  { openStage, clock: real, chance }: PlayDeps,
  { seed, people, org }: { seed: number; people: number; org: string },
  hold: Hold,
): Promise<void> {
  const end = startOfDay(real.now());
  const begin = end - CAMPAIGN_DAYS * DAY_MS;
  const clock = simulatedClock(begin);
  const { talks, staffDeeds } = await openStage(clock, markedChance(chance));
  const deeds = staffDeeds(begin, end, org);
  const sittings = planSittings(seed, people);
  let done = 0;
  const playing = { seed, talks, beforeTurn: () => hold.check() };
  const play = async (sitting: Sitting): Promise<void> => {
    await playSitting(playing, sitting);
    done += 1;
    hold.progress(done, sittings.length);
  };
  try {
    for (let day = 0; day <= CAMPAIGN_DAYS; day += 1) {
      const today = begin + day * DAY_MS;
      const due = deeds.filter(({ at }) => at >= today && at < today + DAY_MS);
      // Staff see all that was written the day before.
      if (due.length > 0) await talks.idle();
      for (const deed of due) {
        hold.check();
        clock.set(deed.at);
        await deed.run();
      }
      clock.set(today + MORNING_MS);
      await inParallel(
        WIDTH,
        sittings.filter((sitting) => sitting.day === day),
        play,
      );
    }
  } finally {
    await talks.idle();
  }
}

const startOfDay = (ms: number): number => ms - (ms % DAY_MS);
