import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLAIM_MS } from '../../src/capabilities/volunteers/places/line.ts';
import { buildSheet, ORG, type VolunteersWorld, volunteersWorld, type Who } from './volunteers-world.ts';

let world: VolunteersWorld;
beforeAll(async () => {
  world = await volunteersWorld();
});
beforeEach(async () => {
  // 10:00 of another day, with nothing left to say of the test before.
  world.clock.advance(86_400_000 - ((world.clock.now() - 36_000_000) % 86_400_000));
  await world.dues();
  world.prompts.length = 0;
  world.gone.clear();
});
afterAll(() => world.close());

const crowd = (n: number): Promise<Who[]> => Promise.all(Array.from({ length: n }, () => world.volunteer()));
const persons = (people: readonly Who[]): string[] => people.map(({ person }) => person);
/** What was said about this event: those of earlier tests have reminders of their own. */
const told = (event: string) => world.prompts.filter(({ params }) => params['activite'] === event);
const claim = (event: string, who: Who) => world.call('volunteers.claim', { activite: event }, who);
/** Claims for these persons, one after the other. */
async function fill(event: string, people: readonly Who[]): Promise<void> {
  for (const who of people) await world.signUp(event, who);
}

describe('V4: places', () => {
  // In the house the same runs through the web chat: many-taps.test.ts.
  it('200 at once on 20 places: 20 confirmed, 180 waiting, in the order of their tickets', async () => {
    const event = await world.open({ capacity: 20 });
    const people = await crowd(200);
    const claims = await Promise.all(people.map((who) => world.signUp(event, who)));
    const { confirmed, waiting } = await world.inLine(event);
    expect([confirmed.length, waiting.length]).toEqual([20, 180]);
    expect(new Set([...confirmed, ...waiting]).size).toBe(200);
    const byTicket = people
      .map((who, index) => ({ person: who.person, told: claims[index]! }))
      .sort((a, b) => Number(a.told['ticket']) - Number(b.told['ticket']));
    expect([...confirmed, ...waiting]).toEqual(byTicket.map(({ person }) => person));
    expect(byTicket.map(({ told }) => told['ticket'])).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    // What each was told at the time is what holds.
    expect(byTicket.map(({ told }) => `${String(told['result'])} ${String(told['position'])}`)).toEqual([
      ...Array.from({ length: 20 }, (_, i) => `confirmed ${i + 1}`),
      ...Array.from({ length: 180 }, (_, i) => `waiting ${i + 1}`),
    ]);
  });

  it('double taps, on one phone or two, give one place', async () => {
    const event = await world.open({ capacity: 5 });
    const who = await world.volunteer();
    const other = { ...who, conversation: 'second-phone' };
    await Promise.all(Array.from({ length: 20 }, (_, i) => world.signUp(event, i % 2 === 0 ? who : other)));
    expect(await world.inLine(event)).toEqual({ confirmed: [who.person], waiting: [] });
    expect(await claim(event, other)).toMatchObject({ result: 'confirmed', fresh: false, position: 1 });
  });

  it('cancelling and signing up race: never above capacity, no place lost', async () => {
    const event = await world.open({ capacity: 8 });
    const people = await crowd(40);
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(
        people.map(async (who, index) => {
          await world.signUp(event, who);
          if ((index + round) % 3 === 0) await world.cancel(event, who);
        }),
      );
      const { confirmed, waiting } = await world.inLine(event);
      expect(confirmed.length).toBe(Math.min(8, confirmed.length + waiting.length));
      expect(new Set([...confirmed, ...waiting]).size).toBe(confirmed.length + waiting.length);
      expect(confirmed.length + waiting.length).toBe(people.filter((_, i) => (i + round) % 3 !== 0).length);
      for (const who of people) await world.cancel(event, who).catch(() => undefined);
      expect(await world.inLine(event)).toEqual({ confirmed: [], waiting: [] });
    }
  });

  it('an old cancellation that comes once more does not take the place claimed since', async () => {
    const event = await world.open();
    const who = await world.volunteer();
    const first = await world.signUp(event, who);
    await world.cancel(event, who);
    await world.signUp(event, who);
    await world.apply('volunteers.release', { activite: event, ticket: first['ticket'] }, who);
    expect((await world.inLine(event)).confirmed).toEqual([who.person]);
    // Nor does an old confirmation bring back what was given back.
    await world.cancel(event, who);
    await world.apply('volunteers.keep', { activite: event, ticket: first['ticket'] }, who);
    expect((await world.inLine(event)).confirmed).toEqual([]);
  });

  it.each(['unknown', '__proto__', '$ne', 'constructor'])('404 in the talk: no event %s', async (event) => {
    const who = await world.volunteer();
    expect(await claim(event, who)).toMatchObject({ result: 'unknown', ticket: 0 });
    expect(await world.call('volunteers.event', { activite: event }, who)).toEqual({ found: false });
    expect(await world.call('volunteers.standing', { activite: event }, who)).toMatchObject({
      state: 'unknown',
    });
  });

  it('a draft, a closed, a cancelled and a past event give no place', async () => {
    const who = await world.volunteer();
    const [closed, cancelled] = [await world.open(), await world.open()];
    await world.events.become({ id: closed, org: ORG, from: 'open' }, 'closed');
    await world.events.become({ id: cancelled, org: ORG, from: 'open' }, 'cancelled');
    const past = await world.open({ starts: world.clock.now() });
    const results = await Promise.all([closed, cancelled, past].map((event) => claim(event, who)));
    expect(results.map((one) => (one as { result: string }).result)).toEqual([
      'not_open',
      'cancelled',
      'past',
    ]);
  });
});

describe('COMMIT 8: a claim no commit confirmed', () => {
  it('is the same claim when its message comes again', async () => {
    const event = await world.open({ capacity: 1 });
    const who = await world.volunteer();
    expect(await claim(event, who)).toMatchObject({ result: 'confirmed', fresh: true, ticket: 1 });
    expect(await claim(event, who)).toMatchObject({ result: 'confirmed', fresh: true, ticket: 1 });
  });

  it('frees its place after its time, and the next waiter moves up and is told', async () => {
    const event = await world.open({ capacity: 1 });
    const [lost, next] = (await crowd(2)) as [Who, Who];
    await claim(event, lost);
    expect(await world.signUp(event, next)).toMatchObject({ result: 'waiting', position: 1 });
    world.clock.advance(CLAIM_MS - 60_000);
    await world.dues();
    expect(told(event)).toEqual([]);
    world.clock.advance(61_000);
    await world.dues();
    expect(await world.inLine(event)).toEqual({ confirmed: [next.person], waiting: [] });
    expect(told(event)).toMatchObject([{ conversation: next.conversation, flow: 'place-liberee' }]);
  });

  it('gives its place to the very next claim once it has lapsed', async () => {
    const event = await world.open({ capacity: 1 });
    const [lost, next] = (await crowd(2)) as [Who, Who];
    await claim(event, lost);
    world.clock.advance(CLAIM_MS + 1);
    expect(await world.signUp(event, next)).toMatchObject({ result: 'confirmed', position: 1 });
  });

  it('whose commit is followed up too late is told where it stands now', async () => {
    const event = await world.open({ capacity: 1 });
    const [late, quick] = (await crowd(2)) as [Who, Who];
    const { ticket } = (await claim(event, late)) as { ticket: number };
    world.clock.advance(CLAIM_MS + 1);
    await world.signUp(event, quick);
    await world.apply('volunteers.keep', { activite: event, ticket }, late);
    await world.dues();
    expect(await world.inLine(event)).toEqual({ confirmed: [quick.person], waiting: [late.person] });
    expect(told(event)).toMatchObject([{ conversation: late.conversation, flow: 'place-liberee' }]);
  });
});

describe('V5: the waiting list', () => {
  it('a cancellation gives the place to the first in line and tells them once', async () => {
    const event = await world.open({ capacity: 2 });
    const people = await crowd(4);
    await fill(event, people);
    await world.cancel(event, people[0]!);
    await world.dues();
    await world.dues();
    expect(await world.inLine(event)).toEqual({
      confirmed: [people[1]!.person, people[2]!.person],
      waiting: [people[3]!.person],
    });
    expect(told(event)).toMatchObject([
      { conversation: people[2]!.conversation, flow: 'place-liberee', params: { activite: event } },
    ]);
    expect(await world.call('volunteers.standing', { activite: event }, people[3]!)).toMatchObject({
      standing: 'waiting',
      position: 1,
    });
  });

  it('at 22:00 the place is theirs at once, and they hear of it at 07:00', async () => {
    const event = await world.open({ capacity: 1 });
    const [first, next] = (await crowd(2)) as [Who, Who];
    await fill(event, [first, next]);
    world.clock.advance(12 * 3_600_000);
    await world.cancel(event, first);
    await world.dues();
    expect((await world.inLine(event)).confirmed).toEqual([next.person]);
    expect(told(event)).toEqual([]);
    expect(new Date(world.clock.now()).toISOString()).toMatch(/T22:00/u);
    world.clock.advance(9 * 3_600_000 - 60_000);
    await world.dues();
    expect(told(event)).toEqual([]);
    world.clock.advance(60_000);
    await world.dues();
    expect(told(event)).toHaveLength(1);
  });

  it('whoever cannot be told gives the place to the next', async () => {
    const event = await world.open({ capacity: 1 });
    const people = await crowd(3);
    await fill(event, people);
    world.gone.add(people[1]!.conversation);
    await world.cancel(event, people[0]!);
    await world.dues();
    expect(await world.inLine(event)).toEqual({ confirmed: [people[2]!.person], waiting: [] });
    expect(told(event).map(({ conversation }) => conversation)).toEqual([people[2]!.conversation]);
  });

  it('more places move waiters up in order; fewer than are confirmed are refused', async () => {
    const event = await world.open({ capacity: 1 });
    const people = await crowd(4);
    await fill(event, people);
    const change = async (capacity: number) => {
      const { id, org, rev, day, ...plan } = (await world.events.find(event))!;
      return world.events.change({ id, org, rev }, { ...plan, capacity }, day, false);
    };
    expect(await change(3)).toMatchObject({ kind: 'changed' });
    expect((await world.inLine(event)).confirmed).toEqual(persons(people.slice(0, 3)));
    expect(await change(2)).toEqual({ kind: 'refused', why: 'capacity_below_confirmed' });
    expect((await world.inLine(event)).confirmed).toHaveLength(3);
    await world.cancel(event, people[3]!);
    await world.cancel(event, people[0]!);
    expect(await change(2)).toMatchObject({ kind: 'changed' });
  });
});

describe('V1: who may have a place', () => {
  it('a minor without consent is refused at the claim, and not once the guardian has agreed', async () => {
    const event = await world.open();
    const minor = await world.volunteer('15-17');
    expect(await world.signUp(event, minor)).toMatchObject({ result: 'consent', ticket: 0 });
    const { code } = (await world.call('volunteers.me', {}, minor)) as { code: string };
    expect(code).toMatch(/^[A-Z0-9]{4} [A-Z0-9]{4}$/u);
    await world.db
      .collection('volunteers')
      .updateOne(
        { 'guardian.code': code.replace(' ', '') },
        { $set: { 'guardian.state': 'given', 'guardian.by': 's1' } },
      );
    expect(await world.signUp(event, minor)).toMatchObject({ result: 'confirmed' });
  });

  it('somebody without a sheet, and somebody too young for this event, are refused', async () => {
    const event = await world.open({ minAge: 25 });
    const stranger = { person: 'nobody', conversation: 'c' };
    expect(await world.signUp(event, stranger)).toMatchObject({ result: 'unregistered' });
    expect(await world.signUp(event, await world.volunteer('18-24'))).toMatchObject({ result: 'too_young' });
    expect(await world.signUp(event, await world.volunteer('25-35'))).toMatchObject({ result: 'confirmed' });
    expect((await world.inLine(event)).confirmed).toHaveLength(1);
  });

  it('under 15 nothing is kept, whatever a flow asks for', async () => {
    const conversation = 'child';
    const person = await world.store.conversations.newPerson(conversation);
    for (const band of ['moins-15', '10', '', 'constructor'])
      await expect(
        world.apply('volunteers.register', { ...buildSheet(), band }, { person, conversation }),
      ).rejects.toThrow('do not fit');
    expect(await world.call('volunteers.me', {}, { person, conversation })).toMatchObject({
      registered: false,
    });
    expect(await world.capability.kept(person)).toEqual({ sheet: 0, signups: 0 });
  });

  it('T4: leaving or being erased deletes sheet and sign-ups, and the next moves up', async () => {
    const event = await world.open({ capacity: 1 });
    const [first, next] = (await crowd(2)) as [Who, Who];
    await fill(event, [first, next]);
    expect(await world.capability.kept(first.person)).toEqual({ sheet: 1, signups: 1 });
    // L10: where somebody lives is known by their sheet.
    expect(await world.capability.placeOf(first.person)).toBe(buildSheet()['place']);
    expect(await world.capability.placeOf('nobody')).toBeUndefined();
    expect(await world.capability.eraseFor(first.person)).toBe(2);
    expect(await world.capability.eraseFor(first.person)).toBe(0);
    expect(await world.capability.kept(first.person)).toEqual({ sheet: 0, signups: 0 });
    await world.dues();
    expect(await world.inLine(event)).toEqual({ confirmed: [next.person], waiting: [] });
    expect(told(event)).toMatchObject([{ conversation: next.conversation }]);
    await world.apply('volunteers.leave', {}, next);
    expect(await world.inLine(event)).toEqual({ confirmed: [], waiting: [] });
  });
});
