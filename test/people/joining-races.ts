import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Account, codeOf, type JoiningHouse, later, typed } from './joining-house.ts';

let world: JoiningHouse;

const pair = async (name: string): Promise<[Account, Account]> => [
  await world.account(`${name}-1`),
  await world.account(`${name}-2`),
];
const people = (accounts: readonly Account[]) => Promise.all(accounts.map((each) => each.person()));
const joinings = (lines: readonly string[]): number =>
  lines.filter((line) => line.startsWith('Tes comptes sont reliés')).length;

/** What happens at once. */
export const races = (of: () => JoiningHouse): void => {
  beforeAll(() => {
    world = of();
  });

  describe('C6: races', () => {
    it('two who type each other’s code at once are one person, told once each', async () => {
      const [one, two] = await pair('cross');
      const [mine, theirs] = [await codeOf(one), await codeOf(two)];
      await Promise.all([one.says(`rejoindre ${theirs}`), two.says(`rejoindre ${mine}`)]);
      const before = await Promise.all([one.taps('Oui, relier'), two.taps('Oui, relier')]);
      await world.settle();
      const [first, second] = await people([one, two]);
      expect(first).toBe(second);
      const heard = [await one.hears(), await two.hears()].map((lines, n) => [
        ...(before[n] ?? []),
        ...lines,
      ]);
      expect(heard.map(joinings)).toEqual([1, 1]);
      expect(await world.count('people', { _id: first, 'conversations.2': { $exists: true } })).toBe(0);
    });

    it('one code typed by two at once joins one of them', async () => {
      const [host, one] = await pair('twice');
      const two = await world.account('twice-3');
      const code = await codeOf(host);
      const answers = await Promise.all([typed(one, code), typed(two, code)]);
      expect(answers.flat().filter((line) => line.startsWith('Je relie'))).toHaveLength(1);
      await world.settle();
      const [root, ...guests] = await people([host, one, two]);
      expect(guests.filter((person) => person === root)).toHaveLength(1);
    });

    it('a turn under way in another process is run again as who they are then, and its answer is kept once', async () => {
      const other = await world.another();
      const [host, guest] = await pair('talking');
      await guest.says('sondage');
      const order = 100;
      const message = (id: string, text: string) => ({
        ...{ channel: 'web', account: 'web', user: 'talking-2', address: 'talking-2', id, order },
        content: { kind: 'text' as const, text },
      });
      // The other process has the talk in its memory, as it was before.
      await other.conversations.load(guest.conversation);
      const code = await codeOf(host);
      await typed(guest, code);
      await Promise.all([
        world.settle(),
        other.reception.receive(message('late-1', 'menu')),
        other.reception.receive(message('late-2', 'sondage')),
        other.reception.receive(message('late-3', '1')),
      ]);
      await other.reception.idle();
      await other.effects.idle();
      await other.outbox.idle();
      await other.conversations.idle();
      await later(world);
      expect(await guest.person()).toBe(await host.person());
      const { ring, person } = await world.house.conversations.load(guest.conversation, true);
      const known = ['late-1', 'late-2', 'late-3'].map((id) =>
        world.house.conversations.inboundId(message(id, '')),
      );
      expect(ring).toEqual(expect.arrayContaining(known));
      const kept = world.house.capabilities.find(({ name }) => name === 'people');
      const call = kept?.calls.find(({ name }) => name === 'people.kept');
      const context = { person: person ?? '', conversation: guest.conversation, channel: 'web', address: '' };
      const claim = { inbound: 'x', call: 0 };
      expect(await call?.run({}, { ...context, lang: 'fr', day: '2026-11-21', claim })).toMatchObject({
        answers: 1,
      });
    });

    it('who joined and whom they joined are erased together, in the middle too', async () => {
      const [host, guest] = await pair('gone');
      await guest.says('sondage');
      await guest.says('1');
      const before = await people([host, guest]);
      await typed(guest, await codeOf(host));
      await Promise.all([world.settle(), world.house.erase(String(before[0]))]);
      await later(world);
      const alive = { _id: { $in: before }, erasedAt: { $exists: false }, key: { $exists: true } };
      const left = await world.count('people', alive);
      // Erased before they were one: the other is still there, alone, and was told; after: both are gone.
      const person = await guest.person();
      expect([0, 1]).toContain(left);
      if (left === 0) expect(person).toBeNull();
      else expect((await guest.hears()).join(' ')).toContain('ne sont pas reliés');
      expect(await host.person()).toBeNull();
    });
  });
};
