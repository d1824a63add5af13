import type { mongo } from 'mongoose';
import type { House } from '../../src/app/compose.ts';
import { eventsStore } from '../../src/capabilities/volunteers/events/events-store.ts';
import { lineStore } from '../../src/capabilities/volunteers/places/line-store.ts';
import type { Sealer } from '../../src/conversation/ports.ts';
import { dayOf } from '../../src/domain/clock.ts';
import { realChance } from '../universe/time.ts';
import type { Crowd } from './crowd.ts';
import { buildPlan } from './volunteers-world.ts';

/** What one repetition found. */
export interface Tapped {
  confirmed: number;
  waiting: number;
  /** What people were told and what the line says, person by person: nothing when they agree. */
  wrong: string[];
}

/** Opens an event of `capacity` places, lets everybody tap at once, and compares what each was told with the line. */
export async function tapping(
  { db, people, house }: { db: mongo.Db; people: Crowd; house: House },
  capacity: number,
): Promise<Tapped> {
  const events = eventsStore(db, UNUSED);
  const id = Buffer.from(realChance.token(6), 'base64url').toString('hex');
  const now = Date.now();
  // The nearest of all, so that it is among those offered.
  const plan = buildPlan(now, { capacity, exact: null, starts: now + 3_600_000 });
  await events.add(id, 'campagne', plan, dayOf(plan.starts));
  await events.become({ id, org: 'campagne', from: 'draft' }, 'open');
  await people.all({ say: 'activités' });
  await people.all({ tap: id });
  const told = await people.tapAtOnce('inscrire');
  await house.effects.idle();
  const line = (await lineStore(db).line(id))!;
  const places = told.filter((words) => words.startsWith(TOLD_PLACE)).length;
  const ranks = told.flatMap((words) => /numéro (\d+)/u.exec(words)?.[1] ?? []).map(Number);
  const tickets = line.entries.map(({ ticket }) => ticket);
  const unconfirmed = line.entries.filter(({ until }) => until !== undefined).length;
  await events.become({ id, org: 'campagne', from: 'open' }, 'cancelled');
  return {
    confirmed: Math.min(capacity, line.entries.length),
    waiting: Math.max(0, line.entries.length - capacity),
    wrong: [
      ...differs('told a place', places, capacity),
      ...differs('told each rank once', ranks.sort((a, b) => a - b).join(), upTo(told.length - capacity)),
      ...differs('in the order of the tickets', tickets.join(), upTo(told.length)),
      ...differs(
        'people in line',
        new Set(line.entries.map(({ who }) => Buffer.from(who).toString('hex'))).size,
        told.length,
      ),
      ...differs('unconfirmed', unconfirmed, 0),
    ],
  };
}

const TOLD_PLACE = "C'est fait, tu as une place";
const upTo = (n: number): string => Array.from({ length: n }, (_, index) => index + 1).join();
const differs = (what: string, found: unknown, wanted: unknown): string[] =>
  found === wanted ? [] : [`${what}: ${String(found)}, not ${String(wanted)}`];

/** These events have nothing sealed. */
const UNUSED: Sealer = {
  seal: () => Buffer.alloc(0),
  open: () => '',
};
