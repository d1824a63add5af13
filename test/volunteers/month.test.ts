import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type VolunteersWorld, volunteersWorld, type Who, ZONE } from './volunteers-world.ts';
import { localOf } from '../../src/capabilities/volunteers/when.ts';
import { seededChance } from '../../src/domain/seeded-chance.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

let world: VolunteersWorld;
beforeEach(async () => {
  world = await volunteersWorld();
});
afterEach(() => world.close());

/** Whose reminder for which start: the prompt's id says both. */
const reminders = () => world.prompts.filter(({ flow }) => flow === 'rappel-activite');

describe('V7: one reminder, over a simulated month with downtimes', () => {
  it.each([11])(
    'seed %i: each once, none after a cancellation, none for an event past, none at night',
    async (seed) => {
      const chance = seededChance(seed);
      const first = world.clock.now();
      const people = await Promise.all(Array.from({ length: 6 }, () => world.volunteer()));
      const events: { id: string; starts: number }[] = [];
      const goers = new Map<string, Set<Who>>();
      const said: { event: string; at: number; conversation: string }[] = [];
      let down = 0;
      for (let hour = 0; hour < 30 * 24; hour += 1) {
        if (hour % 36 === 0) {
          // Between six hours and five days ahead, at any hour of the day.
          const starts = world.clock.now() + Math.floor(6 + chance() * 114) * HOUR_MS + 30 * MINUTE_MS;
          const id = await world.open({ starts, capacity: 4 });
          events.push({ id, starts });
          goers.set(id, new Set());
        }
        const open = events.filter(({ starts }) => starts > world.clock.now());
        const event = open[Math.floor(chance() * open.length)];
        const who = people[Math.floor(chance() * people.length)]!;
        if (event !== undefined && chance() < 0.25) {
          const going = goers.get(event.id)!;
          if (going.has(who) && chance() < 0.4) {
            await world.cancel(event.id, who);
            going.delete(who);
          } else if (!going.has(who)) {
            await world.signUp(event.id, who);
            going.add(who);
          }
        }
        // The server is away for up to twenty hours at a time.
        if (down > 0) down -= 1;
        else if (chance() < 0.03) down = Math.floor(chance() * 20);
        if (down === 0) {
          const before = world.prompts.length;
          await world.dues();
          for (const { flow, params, conversation } of world.prompts.slice(before)) {
            const time = localOf(world.clock.now(), ZONE).time;
            expect([flow, time >= '07:00' && time < '21:00']).toEqual([flow, true]);
            if (flow !== 'rappel-activite') continue;
            const id = String(params['activite']);
            const { starts } = events.find((each) => each.id === id)!;
            // Not for an event past, and only to somebody who has a place now.
            expect(starts).toBeGreaterThan(world.clock.now());
            const { confirmed } = await world.inLine(id);
            expect(confirmed).toContain(people.find((one) => one.conversation === conversation)!.person);
            said.push({ event: id, at: world.clock.now(), conversation });
          }
        }
        world.clock.advance(HOUR_MS);
      }
      expect(world.clock.now() - first).toBe(30 * 24 * HOUR_MS);
      expect(said.length).toBeGreaterThan(20);
      // Once for each time a place was taken: the id names person, ticket and start.
      const ids = reminders().map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
    120_000,
  );

  it('is not lost: whoever has a place from the day before, and a server in the daytime, is reminded', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => world.volunteer()));
    const event = await world.open({ starts: world.clock.now() + 54 * HOUR_MS, capacity: 3 });
    for (const who of people) await world.signUp(event, who);
    // Down from now until 08:00 of the day itself.
    world.clock.advance(46 * HOUR_MS);
    await world.dues();
    await world.dues();
    expect(
      reminders()
        .map(({ conversation }) => conversation)
        .sort(),
    ).toEqual(
      people
        .slice(0, 3)
        .map(({ conversation }) => conversation)
        .sort(),
    );
  });

  it('back only after the event, nothing is said', async () => {
    const event = await world.open();
    await world.signUp(event, await world.volunteer());
    world.clock.advance(79 * HOUR_MS);
    await world.dues();
    expect(world.prompts).toEqual([]);
  });
});

describe('V8: an event that is moved or cancelled', () => {
  it('a moved one is told, and reminded of on its new eve, once', async () => {
    const who = await world.volunteer();
    const event = await world.open({ starts: world.clock.now() + 30 * HOUR_MS });
    await world.signUp(event, who);
    await world.move(event, { starts: world.clock.now() + 78 * HOUR_MS });
    await world.dues();
    expect(world.prompts.map(({ flow }) => flow)).toEqual(['activite-changee']);
    for (let hour = 0; hour < 80; hour += 1) {
      world.clock.advance(HOUR_MS);
      await world.dues();
    }
    expect(reminders()).toHaveLength(1);
    expect(reminders()[0]!.params).toEqual({ activite: event });
  });

  it('a cancelled one is told once and never reminded of; those who left are told nothing', async () => {
    const [stays, left] = [await world.volunteer(), await world.volunteer()];
    const event = await world.open();
    await world.signUp(event, stays);
    await world.signUp(event, left);
    await world.cancel(event, left);
    await world.become(event, 'cancelled');
    for (let hour = 0; hour < 80; hour += 1) {
      await world.dues();
      world.clock.advance(HOUR_MS);
    }
    expect(world.prompts).toMatchObject([{ flow: 'activite-changee', conversation: stays.conversation }]);
  });

  it('cancelled at night: told in the morning, or at once when somebody could be on the way by then', async () => {
    const who = await world.volunteer();
    world.clock.advance(13 * HOUR_MS);
    const [later, early] = [
      await world.open({ starts: world.clock.now() + 20 * HOUR_MS }),
      await world.open({ starts: world.clock.now() + 9 * HOUR_MS }),
    ];
    for (const event of [later, early]) {
      await world.signUp(event, who);
      await world.become(event, 'cancelled');
    }
    await world.dues();
    expect(world.prompts.map(({ params }) => params['activite'])).toEqual([early]);
    world.clock.advance(8 * HOUR_MS);
    await world.dues();
    expect(world.prompts.map(({ params }) => params['activite'])).toEqual([early, later]);
  });

  it('of two changes the second stands for both', async () => {
    const who = await world.volunteer();
    const event = await world.open();
    await world.signUp(event, who);
    await world.move(event, { place: 'Commune V' });
    await world.move(event, { place: 'Commune VI' });
    await world.dues();
    expect(world.prompts).toHaveLength(1);
  });
});
