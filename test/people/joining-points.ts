import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Joining, joining } from '../../src/capabilities/people/joining/index.ts';
import type { JoiningDeps, Owned } from '../../src/capabilities/people/joining/ports.ts';
import { TalkRewriter } from '../../src/store/conversations/rewrite-talk.ts';
import { JoinedPeople } from '../../src/store/joined-people.ts';
import { type Account, type JoiningHouse } from './joining-house.ts';

let world: JoiningHouse;

class Crash extends Error {}
/** Called before and after each call of a port. */
type AtPoint = (n: number) => Promise<void> | void;

/** The joining of the house, with every call of its ports watched. */
function watched(at: AtPoint): { join: Joining; points: () => number } {
  const { connection, house, keyring, clock } = world;
  let n = 0;
  const watch = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const held = Reflect.get(target, name, target) as unknown;
        if (typeof held !== 'function') return held;
        return async (...given: unknown[]): Promise<unknown> => {
          await at((n += 1));
          const result: unknown = await (held as (...all: unknown[]) => unknown).apply(target, given);
          await at((n += 1));
          return result;
        };
      },
    });
  const talks = new TalkRewriter({ connection, people: house.people, conversations: house.conversations });
  const deps: JoiningDeps = {
    joined: watch(new JoinedPeople(connection)),
    people: watch(house.people),
    talks: watch({
      profileOf: async (id: string) => (await house.conversations.load(id, true)).talk?.profile ?? null,
      rewrite: talks.rewrite.bind(talks),
    }),
    owned: ownedBy(house).map(watch),
    dues: watch({ set: async () => undefined, cancel: async () => undefined, change: async () => undefined }),
    ...watch({ prompt: house.reception.prompt }),
    ...{ fingerprint: keyring.fingerprint, sealer: keyring.sealer, clock, erase: house.erase },
  };
  return { join: joining({ ...deps, db: connection.getClient().db(connection.name) }), points: () => n };
}

/** Each capability's part of it. */
const ownedBy = ({ capabilities }: JoiningHouse['house']): Owned[] =>
  capabilities.flatMap((each) => {
    if ('owned' in each) return [each.owned as Owned];
    return 'unite' in each ? [{ unite: each.unite as Owned['unite'] }] : [];
  });

interface Two {
  host: Account;
  guest: Account;
  run(at: AtPoint): Promise<number>;
}

let pairs = 0;
/** Two who have answered, and are about to become one. */
async function two(): Promise<Two> {
  pairs += 1;
  const id = `points ${pairs}`;
  const [host, guest] = [await world.account(`${id} 1`), await world.account(`${id} 2`)];
  const [hostId, guestId] = [String(await host.person()), String(await guest.person())];
  await answer(guestId, guest, 'eau');
  await answer(hostId, host, 'ecole');
  const params = { guest: guestId, host: hostId, from: guest.conversation };
  return {
    ...{ host, guest },
    async run(at) {
      const { join, points } = watched(at);
      const due = join.dues.find(({ kind }) => kind === 'people.unite');
      await due?.run({ kind: 'people.unite', id, at: 0, params }, world.clock.now());
      return points();
    },
  };
}

async function answer(person: string, { conversation }: Account, value: string): Promise<void> {
  const effect = world.house.capabilities
    .flatMap(({ effects }) => effects)
    .find(({ name }) => name === 'surveys.answer');
  const context = { person, conversation, channel: 'web', address: 'a', lang: 'fr', day: '2026-11-21' };
  const params = { survey: 'sondage-paix', hash: 'h', question: 'priorite', type: 'choice', value };
  await effect?.apply([{ id: Buffer.from(conversation), rev: 1, context, params }]);
}

async function keptOf(person: string | null): Promise<unknown> {
  const surveys = world.house.capabilities.find(({ name }) => name === 'surveys') as unknown as {
    kept(person: string): Promise<unknown>;
  };
  return person === null ? null : await surveys.kept(person);
}

/** What both find afterwards. */
async function found({ host, guest }: Two) {
  const told = await Promise.all([host.hears(), guest.hears()]);
  const root = await host.person();
  return {
    one: root !== null && root === (await guest.person()),
    kept: await keptOf(root),
    told: told.map((lines) => lines.filter((line) => line.startsWith('Tes comptes sont reliés')).length),
  };
}

/** Two who are one by now, and are about to part. */
async function joined() {
  const both = await two();
  await both.run(() => undefined);
  const person = String(await both.host.person());
  const params = { person, leaving: both.guest.conversation };
  return {
    ...both,
    async part(at: AtPoint): Promise<number> {
      const { join, points } = watched(at);
      const due = join.dues.find(({ kind }) => kind === 'people.separate');
      await due?.run({ kind: 'people.separate', id: `apart ${pairs}`, at: 0, params }, world.clock.now());
      return points();
    },
  };
}

/** What both find after a separation. */
async function apart({ host, guest }: Two) {
  const told = await Promise.all([host.hears(), guest.hears()]);
  const [root, left] = [await host.person(), await guest.person()];
  const talks = await Promise.all(
    [host, guest].map(({ conversation }) => world.house.conversations.load(conversation, true)),
  );
  return {
    two: root !== null && left !== null && root !== left,
    kept: [await keptOf(root), await keptOf(left)],
    told: told.map((lines) => lines.filter((line) => line.startsWith('Tes comptes sont séparés')).length),
    joined: talks.map(({ talk }) => talk?.joined ?? false),
    listed: await world.count('people', { _id: { $in: [root, left] }, conversations: { $size: 1 } }),
  };
}

const APART = {
  ...{ two: true, told: [1, 1], joined: [false, false], listed: 2 },
  kept: [
    { answers: 1, surveys: 1 },
    { answers: 0, surveys: 0 },
  ],
};

const DONE = { one: true, kept: { answers: 1, surveys: 1 }, told: [1, 1] };

/** Broken off, and erased, at every point of a joining. */
export const crashPoints = (of: () => JoiningHouse): void => {
  beforeAll(() => {
    world = of();
  });

  describe('C6, COMMIT: joining is gone on with wherever it was broken off', () => {
    it('killed before every call of every port, it ends as if it had not been', async () => {
      const reference = await two();
      const points = await reference.run(() => undefined);
      expect(await found(reference)).toEqual(DONE);
      expect(points).toBeGreaterThan(20);
      console.info(`C6: ${points} crash points of a joining`);
      // Between the end of one call and the beginning of the next nothing is written.
      for (let point = 1; point <= points; point += 2) {
        const again = await two();
        const killed = again.run((n) => {
          if (n === point) throw new Crash();
        });
        await expect(killed).rejects.toThrow(Crash);
        await again.run(() => undefined);
        expect({ point, ...(await found(again)) }).toEqual({ point, ...DONE });
      }
    }, 120_000);

    it('killed at every other call of a separation, they are two, told once, and counted once', async () => {
      const reference = await joined();
      const points = await reference.part(() => undefined);
      console.info(`C6: ${points} crash points of a separation`);
      expect(await apart(reference)).toEqual(APART);
      for (let point = 1; point <= points; point += 2) {
        const again = await joined();
        const killed = again.part((n) => {
          if (n === point) throw new Crash();
        });
        await expect(killed).rejects.toThrow(Crash);
        await again.part(() => undefined);
        expect({ point, ...(await apart(again)) }).toEqual({ point, ...APART });
      }
    }, 120_000);

    it('erased at every point of it, nothing of either is left, or the other was left alone', async () => {
      const points = await (await two()).run(() => undefined);
      for (let point = 1; point <= points; point += 3) {
        const erased = await two();
        const [host, guest] = [String(await erased.host.person()), String(await erased.guest.person())];
        await erased
          .run(async (n) => {
            if (n === point) await world.house.erase(host);
          })
          .catch(() => undefined);
        await erased.run(() => undefined);
        expect({ point, host: await erased.host.person() }).toEqual({ point, host: null });
        const alone = (await erased.guest.person()) === guest;
        const keys = await world.count('people', {
          _id: { $in: [host, guest] },
          key: { $exists: true },
        });
        expect({ point, keys }).toEqual({ point, keys: alone ? 1 : 0 });
      }
    }, 120_000);
  });
};
