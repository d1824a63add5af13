import type { Chance } from '../../../domain/clock.ts';
import type { DemoDeed } from '../../capability.ts';
import type { EventPlan } from '../events/event.ts';
import type { EventsStore } from '../events/events-store.ts';
import { localOf } from '../when.ts';
import { type DemoEvent, PROGRAMME } from './programme.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Announced so long before, or on the first day. */
const AHEAD_DAYS = 24;
/** What takes place long after the demonstration's last day is announced in its last days. */
const LAST_DAY = 88;
const ID_BYTES = 12;

export interface DemoEventsDeps {
  events: EventsStore;
  chance: Chance;
  /** IANA name of the campaign's time zone. */
  zone: string;
  org: string;
}

/** The activities of the demonstration: announced, opened, some cancelled or closed; nobody is told of it. */
export function demoEvents(deps: DemoEventsDeps, from: number): DemoDeed[] {
  return PROGRAMME.flatMap((event) => deedsOf(deps, from, event));
}

function deedsOf({ events, chance, zone, org }: DemoEventsDeps, from: number, event: DemoEvent): DemoDeed[] {
  const id = chance.token(ID_BYTES);
  const starts = from + event.day * DAY_MS + event.hour * HOUR_MS;
  const announced = from + Math.min(Math.max(0, event.day - AHEAD_DAYS), LAST_DAY) * DAY_MS + 7 * HOUR_MS;
  const { kind, title, region, place, exact, capacity, minAge, ends } = event;
  const { day } = localOf(starts, zone);
  const authorisation = { by: 'Mairie (exemple de démonstration)', day: localOf(announced, zone).day };
  const plan: EventPlan = { kind, title, starts, region, place, exact, capacity, minAge, authorisation };
  const deeds: DemoDeed[] = [
    {
      at: announced,
      async run() {
        await events.add(id, org, plan, day);
        if (ends !== 'draft') await events.become({ id, org, from: 'draft' }, 'open');
      },
    },
  ];
  if (ends === 'cancelled' || ends === 'closed') {
    const at = Math.min(announced + 14 * DAY_MS, from + (LAST_DAY + 1) * DAY_MS);
    const run = async (): Promise<void> => {
      await events.become({ id, org, from: 'open' }, ends);
    };
    deeds.push({ at, run });
  }
  return deeds;
}
