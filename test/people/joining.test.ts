import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import {
  conversationPlace,
  subscriberKey,
} from '../../src/capabilities/updates/subscriptions/subscription.ts';
import {
  type Account,
  codeOf,
  join,
  type JoiningHouse,
  joiningHouse,
  later,
  typed,
} from './joining-house.ts';
import { crashPoints } from './joining-points.ts';
import { races } from './joining-races.ts';

let world: JoiningHouse;
beforeAll(async () => {
  world = await joiningHouse();
}, 240_000);
afterAll(() => world.close());

const JOINED =
  'Tes comptes sont reliés, ils comptent pour une seule personne. Pour défaire, écris « séparer ».';
const APART = 'Tes comptes sont séparés. Pour les relier, écris « relier ».';
const UNKNOWN = 'Ce code ne marche pas. Demande un nouveau code sur ton autre compte.';

const pair = async (name: string): Promise<[Account, Account]> => [
  await world.account(`${name}-1`),
  await world.account(`${name}-2`),
];

describe('C6: joining by a one-time code', () => {
  it('makes two accounts one person, says so on both, and separates them again', async () => {
    const [host, guest] = await pair('awa');
    expect(await join(host, guest)).toContain('Je relie tes comptes. Un message te le dira sur chacun.');
    await world.settle();
    expect([await host.hears(), await guest.hears()]).toEqual([[JOINED], [JOINED]]);
    expect(await guest.person()).toBe(await host.person());
    expect(await guest.says('mes données')).toContain('Comptes reliés : 2.');

    await guest.says('séparer');
    await guest.taps('Oui, séparer');
    await world.settle();
    expect(await host.hears()).toEqual([APART]);
    expect((await guest.hears()).filter((line) => line === APART)).toHaveLength(1);
    expect(await guest.person()).not.toBe(await host.person());
    expect(await guest.says('mes données')).not.toContain('Comptes reliés : 2.');
  });

  it('a code is kept as a keyed hash only, and whom it joins to is sealed', async () => {
    const host = await world.account('binta');
    const code = await codeOf(host);
    const [kept] = await world.connection.collection('join_codes').find().sort({ until: -1 }).toArray();
    const bytes = JSON.stringify(kept);
    expect(Object.keys(kept ?? {}).sort()).toEqual(['_id', 'code', 'host', 'until']);
    expect(bytes).not.toContain(code.replace(' ', ''));
    expect(bytes).not.toContain(String(await host.person()));
  });

  it('counts for ten minutes, once, on another account, and only the newest of an account', async () => {
    const [host, guest] = await pair('cheick');
    const stranger = await world.account('cheick-3');
    const [first, second] = [await codeOf(host), await codeOf(host)];
    expect(await typed(guest, first)).toContain(UNKNOWN);
    expect(await typed(host, second)).toContain("Ce code vient d'ici. Écris-le sur ton autre compte.");
    world.clock.advance(10 * 60_000);
    expect(await typed(guest, second)).toContain(UNKNOWN);
    const third = await codeOf(host);
    await typed(guest, third);
    expect(await typed(stranger, third)).toContain(UNKNOWN);
    await world.settle();
    expect(await typed(guest, await codeOf(host))).toContain('Ces comptes sont déjà reliés.');
    expect(await stranger.person()).not.toBe(await host.person());
  });

  it('five tries an hour, whatever they are; then even a right code is not looked at', async () => {
    const [host, guest] = await pair('djeneba');
    for (const wrong of ['AAAA AAAA', 'rejoindre', '0000 0000', 'ACDE FGHJ', 'x'])
      expect(await typed(guest, wrong)).toContain(UNKNOWN);
    expect(await typed(guest, await codeOf(host))).toContain("Trop d'essais. Réessaie dans une heure.");
    world.clock.advance(3_600_000);
    expect(await join(host, guest)).toContain('Je relie tes comptes. Un message te le dira sur chacun.');
    await world.settle();
  });

  it('at most four accounts are one person', async () => {
    const [host] = await world.joined('fanta-1', 'fanta-2');
    for (const name of ['fanta-3', 'fanta-4']) {
      await join(host, await world.account(name));
      await world.settle();
    }
    const fifth = await world.account('fanta-5');
    expect(await join(host, fifth)).toContain("Quatre comptes sont déjà reliés, c'est le plus possible.");
  });
});

describe('C6: what is one of two who joined', () => {
  it('stop on one is stop on both, and so is coming back', async () => {
    const [host, guest] = await world.joined('hawa-1', 'hawa-2');
    const stopped = async (): Promise<(boolean | undefined)[]> => {
      await world.settle();
      const talks = await Promise.all(
        [host, guest].map(({ conversation }) => world.house.conversations.load(conversation, true)),
      );
      return talks.map(({ talk }) => talk?.profile.stopped);
    };
    await guest.says('stop');
    expect(await stopped()).toEqual([true, true]);
    await host.says('menu');
    expect(await stopped()).toEqual([false, false]);
  });

  it('a turn of who joined asks the database nothing more', async () => {
    const [, guest] = await world.joined('hot-1', 'hot-2');
    const alone = await world.account('hot-3');
    const asked = [];
    for (const who of [alone, guest]) {
      await who.says('menu');
      await world.settle();
      world.commands();
      await who.says('menu');
      asked.push(world.commands().filter((command) => / (?:people|conversations)$/u.test(command)));
    }
    expect(asked[1]).toEqual(asked[0]);
    expect(asked[0]).not.toEqual([]);
  });

  it('erase on one erases both', async () => {
    const [host, guest] = await world.joined('issa-1', 'issa-2');
    const person = await host.person();
    await guest.says('effacer');
    await guest.taps('Tout effacer');
    await world.settle();
    expect([await host.person(), await guest.person()]).toEqual([null, null]);
    const dead = { $or: [{ _id: person }, { joined: person }], key: { $exists: true } };
    expect(await world.count('people', dead)).toBe(0);
  });

  it('one respondent in a survey answered on both, and one still after they part', async () => {
    const [host, guest] = await pair('kadi');
    const answers = () => world.count('survey_answers', { survey: 'sondage-paix', question: 'priorite' });
    const endings = await answers();
    for (const who of [host, guest]) {
      await who.says('sondage');
      await who.says('1');
    }
    expect(await answers()).toBe(endings + 2);
    await join(host, guest);
    await world.settle();
    expect(await answers()).toBe(endings + 1);
    await guest.says('séparer');
    await guest.taps('Oui, séparer');
    await world.settle();
    await later(world);
    expect(await answers()).toBe(endings + 1);
    expect(await guest.says('mes données')).toContain('Réponses : 0. Sondages : 0.');
  });

  it('one subscription, which comes into the talk it was made in, and goes with it', async () => {
    const [host, guest] = await pair('lamine');
    const before = await world.count('update_subscriptions', { active: true });
    for (const who of [host, guest]) {
      await who.says('abonnement');
      await who.taps("M'abonner");
    }
    expect(await world.count('update_subscriptions', { active: true })).toBe(before + 2);
    await join(host, guest);
    await world.settle();
    expect(await world.count('update_subscriptions', { active: true })).toBe(before + 1);
    expect(await newsComeTo(await host.person())).toBe(guest.conversation);
    await guest.says('séparer');
    await guest.taps('Oui, séparer');
    await world.settle();
    expect(await world.count('update_subscriptions', { active: true })).toBe(before + 1);
    expect(await newsComeTo(await guest.person())).toBe(guest.conversation);
  });
});

/** The talk a person's news come into. */
async function newsComeTo(person: string | null): Promise<string> {
  const { fingerprint, sealer } = world.keyring;
  const id = subscriberKey(fingerprint, person ?? '');
  const kept = await world.connection
    .collection<{ _id: mongo.Binary; conversation: mongo.Binary }>('update_subscriptions')
    .findOne({ _id: new mongo.Binary(id) });
  return sealer.open(kept?.conversation.value() ?? Buffer.alloc(0), conversationPlace(id));
}

races(() => world);
crashPoints(() => world);
