import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { volunteersWorld, type VolunteersWorld, type Who } from './volunteers-world.ts';

let world: VolunteersWorld;
beforeAll(async () => {
  world = await volunteersWorld();
});
afterAll(() => world.close());

const unite = (from: Who, to: Who): Promise<void> => world.capability.owned.unite(from.person, to.person);
/** Who `who` is once they joined `root`: their talk, and the root's name. */
const as = (who: Who, { person }: Who): Who => ({ ...who, person });
const kept = ({ person }: Who) => world.capability.kept(person);
const me = (who: Who) => world.call('volunteers.me', {}, who);

/** Which of their talks are told of something in the days before an event. */
async function reminded(...of: readonly Who[]): Promise<string[]> {
  const before = world.prompts.length;
  for (let quarter = 0; quarter < 13; quarter += 1) {
    world.clock.advance(6 * 3_600_000);
    await world.dues();
  }
  const talks = of.map(({ conversation }) => conversation);
  return world.prompts
    .slice(before)
    .flatMap(({ conversation: told }) => (talks.includes(told) ? [told] : []));
}

describe('C6: two people who become one volunteer', () => {
  it('have one sheet: the newer of one band, the younger of two, and it opens under the key it has then', async () => {
    const [host, guest] = [await world.volunteer(), await world.volunteer()];
    await unite(guest, host);
    expect([await kept(host), await kept(guest)]).toEqual([
      { sheet: 1, signups: 0 },
      { sheet: 0, signups: 0 },
    ]);
    const minor = await world.volunteer('15-17');
    await unite(minor, host);
    expect(await me(host)).toMatchObject({ registered: true, waits: true });
    const alone = await world.store.conversations.newPerson('alone');
    await unite(host, { person: alone, conversation: 'alone' });
    expect(await me({ person: alone, conversation: 'alone' })).toMatchObject({ waits: true });
    await world.store.people.erase(alone);
    await unite(await world.volunteer(), { person: alone, conversation: 'alone' });
    expect(await kept({ person: alone, conversation: 'alone' })).toMatchObject({ sheet: 1 });
  });

  it('have one place at an event, the one further ahead; the other is free for whoever waits', async () => {
    const event = await world.open({ capacity: 2 });
    const [host, guest, third] = [await world.volunteer(), await world.volunteer(), await world.volunteer()];
    await world.signUp(event, guest);
    await world.signUp(event, host);
    await world.signUp(event, third);
    expect((await world.inLine(event)).waiting).toEqual([third.person]);
    await unite(guest, host);
    await unite(guest, host);
    expect(await world.inLine(event)).toEqual({ confirmed: [host.person, third.person], waiting: [] });
    expect([await kept(host), await kept(guest)]).toMatchObject([{ signups: 1 }, { signups: 0 }]);
    await world.dues();
    expect(world.prompts.map(({ conversation }) => conversation)).toEqual([third.conversation]);
    // Given back on either account, it is given back.
    await world.cancel(event, as(guest, host));
    expect((await world.inLine(event)).confirmed).toEqual([third.person]);
  });

  it('keep the place only one of them had, are reminded once, and in the talk they asked in', async () => {
    const event = await world.open();
    const [host, guest] = [await world.volunteer(), await world.volunteer()];
    await world.signUp(event, guest);
    await unite(guest, host);
    expect((await world.inLine(event)).confirmed).toEqual([host.person]);
    expect(await reminded(host, guest)).toEqual([guest.conversation]);
  });

  it('an effect that comes late under the old name gives no second place for long', async () => {
    const event = await world.open();
    const [host, guest] = [await world.volunteer(), await world.volunteer()];
    const { ticket } = await world.signUp(event, guest);
    await unite(guest, host);
    await world.apply('volunteers.keep', { activite: event, ticket: ticket ?? null }, guest);
    await unite(guest, host);
    expect((await world.inLine(event)).confirmed).toEqual([host.person]);
    expect(await kept(host)).toMatchObject({ signups: 1 });
  });

  it('two claims while they become one leave one place: 6 rounds', async () => {
    const event = await world.open({ capacity: 20 });
    for (let round = 0; round < 6; round += 1) {
      const [host, guest] = [await world.volunteer(), await world.volunteer()];
      await Promise.all([world.signUp(event, host), world.signUp(event, guest), unite(guest, host)]);
      await unite(guest, host);
      const { confirmed } = await world.inLine(event);
      expect(confirmed.filter((who) => who === host.person)).toHaveLength(1);
      expect(confirmed).not.toContain(guest.person);
    }
  });

  it('who leaves with a talk leaves the place behind, and its reminders', async () => {
    const event = await world.open();
    const [host, guest] = [await world.volunteer(), await world.volunteer()];
    await world.signUp(event, guest);
    await unite(guest, host);
    const leaving = { from: host.person, conversation: guest.conversation, staying: host.conversation };
    await world.capability.owned.part(leaving);
    expect(await reminded(host, guest)).toEqual([host.conversation]);
  });
});
