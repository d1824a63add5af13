import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSeat, seatId } from '../../src/conversation/phone/seat.ts';
import { type Account, codeOf, type JoiningHouse, joiningHouse, later, typed } from './joining-house.ts';

let world: JoiningHouse;
beforeAll(async () => {
  world = await joiningHouse();
}, 240_000);
afterAll(() => world.close());

const SUN = '🌞 Soleil';
const MOON = '🌙 Lune';
const WHO = 'Qui écrit ? Choisis ton signe.';
const OTHER = 'Une autre personne';
const PRIORITY = 'priorite';
const HOUR = 3_600_000;

/** Somebody takes the phone. */
async function takes(phone: Account, sign: string): Promise<string[]> {
  expect(await phone.says('changer')).toContain(WHO);
  return phone.taps(sign);
}

/** Somebody new, up to the menu. */
async function joins(phone: Account): Promise<string[]> {
  const welcomed = await phone.taps(OTHER);
  await phone.taps('Français');
  await phone.taps("J'accepte");
  return welcomed;
}

/** A phone of two; the second one, who is the moon, has it in hand. */
async function shared(name: string): Promise<Account> {
  const phone = await world.account(name);
  await phone.says('changer');
  await phone.taps(OTHER);
  await joins(phone);
  return phone;
}

const stored = ({ conversation }: Account) =>
  world.connection.collection('conversations').findOne({ _id: Buffer.from(conversation, 'base64url') });

const answers = (question = PRIORITY): Promise<Record<string, unknown>[]> =>
  world.connection.collection('survey_answers').find({ survey: 'sondage-paix', question }).toArray();

/** Something the house says, of which its own flow knows the words. */
const tell = (conversation: string, id: string): Promise<string> =>
  world.house.reception.prompt({
    ...{ conversation, id, flow: 'photo-perdue', params: {}, lane: 'alert' },
  });
const LOST = "Je n'ai pas pu ouvrir ta photo. Envoie une autre photo, s'il te plaît.";

describe('C6: several people, one phone', () => {
  it('a name of a seat is read back, and the first one is the conversation itself', () => {
    const id = Buffer.alloc(16, 7).toString('base64url');
    expect(seatId(id, 0)).toBe(id);
    expect(readSeat(id)).toEqual({ conversation: id, seat: 0 });
    expect(readSeat(seatId(id, 3))).toEqual({ conversation: id, seat: 3 });
  });

  it('somebody new has a sign, and a language and an agreement of their own; the other talk waits as it was', async () => {
    const phone = await world.account('awa');
    await phone.says('sondage');
    const first = await phone.person();
    expect((await phone.says('changer')).join(' ')).toContain(`Ton signe, c'est ${SUN}.`);
    expect(await phone.taps(OTHER)).toContain(WHO);
    expect(await phone.says('menu')).toContain('Touche ton signe.');
    const welcomed = await phone.taps(OTHER);
    expect(welcomed).toEqual(
      expect.arrayContaining([`Ton signe : ${MOON}.`, 'Bonjour ! Choisis ta langue.']),
    );
    const second = await phone.person();
    expect(second).not.toBe(first);
    const talk = (await world.house.conversations.load(phone.conversation, true)).talk;
    expect(talk?.profile).toEqual({ consents: {}, stopped: false, fields: {} });
    await phone.taps('Français');
    await phone.taps("J'accepte");
    const back = await takes(phone, SUN);
    expect(await phone.person()).toBe(first);
    expect(back.join(' ')).not.toContain('Bonjour');
    await phone.says('1');
    await world.settle();
    expect(await answers()).toEqual([expect.objectContaining({ shared: true })]);
  });

  it('T12: buttons of whoever had it before are stale, and a second tap on the sign is silent (C12)', async () => {
    const phone = await shared('binta');
    await phone.says('sondage');
    await takes(phone, SUN);
    expect(await phone.tapsAbove(SUN)).toEqual([]);
    const refused = await phone.tapsAbove("L'eau");
    expect(refused[0]).toBe('Ce bouton ne marche plus. Voici où nous en sommes.');
    expect(refused).not.toContain("Qu'est-ce qui compte le plus pour la paix ici ?");
    await world.settle();
    expect(await answers()).toHaveLength(1);
  });

  it('after four hours of silence it is asked who it is, and what was written then counts for whoever wrote it', async () => {
    const phone = await shared('cheick');
    await phone.says('sondage');
    world.clock.advance(4 * HOUR - 1);
    expect(await phone.says('hein')).not.toContain(WHO);
    world.clock.advance(4 * HOUR);
    const before = (await answers()).length;
    expect(await phone.says("l'eau")).toEqual([WHO, 'Jɔn bɛ sɛbɛn ? Kelen sugandi.']);
    await world.settle();
    expect(await answers()).toHaveLength(before);
    expect(await phone.taps(MOON)).toContain('Tu as quel âge ?');
    await world.settle();
    expect(await answers()).toHaveLength(before + 1);
    world.clock.advance(4 * HOUR);
    await phone.says('1');
    // Nothing is open for the other one: their "1" answers nothing of hers.
    expect(await phone.taps(SUN)).not.toContain('Tu as quel âge ?');
    await world.settle();
    expect(await answers()).toHaveLength(before + 1);
  });

  it('what the house begins for somebody else waits, once, and the phone says only for whom', async () => {
    const phone = await shared('djeneba');
    const id = phone.conversation;
    expect(await tell(id, 'one')).toBe('committed');
    expect(await tell(id, 'one')).toBe('duplicate');
    expect(await tell(id, 'two')).toBe('committed');
    expect(await phone.hears()).toEqual([
      `Il y a quelque chose pour ${SUN}. Pour le lire, écris « changer ».`,
    ]);
    expect(await tell(seatId(id, 1), 'mine')).toBe('committed');
    expect(await phone.hears()).toContain(LOST);
    expect((await takes(phone, SUN)).filter((line) => line === LOST)).toHaveLength(2);
    expect((await takes(phone, MOON)).filter((line) => line === LOST)).toEqual([]);
    expect(await tell(seatId(id, 2), 'nobody')).toBe('gone');
  });

  it('whoever had it last is written to no more in clear once nobody knows who has it', async () => {
    const phone = await shared('fanta');
    world.clock.advance(4 * HOUR);
    await tell(seatId(phone.conversation, 1), 'late');
    expect(await phone.hears()).toEqual([
      `Il y a quelque chose pour ${MOON}. Pour le lire, écris « changer ».`,
    ]);
    expect(await phone.says('menu')).toContain(WHO);
    expect(await phone.taps(MOON)).toContain(LOST);
  });

  it('a talk that waits is not woken; taken out, it is promised anew', async () => {
    const phone = await shared('hawa');
    await takes(phone, SUN);
    await phone.says('sondage');
    await world.settle();
    await takes(phone, MOON);
    const waiting = await world.house.conversations.talkOf(phone.conversation);
    expect([typeof waiting?.due?.at, waiting?.promised]).toEqual(['number', undefined]);
    world.clock.advance(3 * 24 * HOUR);
    await world.settle();
    expect(await phone.hears()).toEqual([]);
    await phone.says('menu');
    await phone.taps(SUN);
    const { talk } = await world.house.conversations.load(phone.conversation, true);
    expect(talk?.promised).toEqual(talk?.due);
  });

  it('at most four people share it', async () => {
    const phone = await shared('issa');
    for (const sign of ['💧 Eau', '🏠 Maison']) {
      await phone.says('changer');
      expect((await joins(phone)).join(' ')).toContain(sign);
    }
    await phone.says('changer');
    expect(await phone.taps(OTHER)).toEqual(
      expect.arrayContaining(['Quatre personnes ont un signe ici.', WHO]),
    );
    expect((await stored(phone))?.['parked']).toHaveLength(3);
  });

  it('a turn reads and writes as much as where nobody shares, and nothing is stored there', async () => {
    const [alone, phone] = [await world.account('kadi'), await shared('lamine')];
    const asked = [];
    for (const who of [alone, phone]) {
      await who.says('menu');
      await world.settle();
      world.commands();
      await who.says('menu');
      asked.push(world.commands().filter((command) => / (?:people|conversations)$/u.test(command)));
    }
    expect(asked[1]).toEqual(asked[0]);
    expect(Object.keys((await stored(alone)) ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:seat|seats|parked)$/u)]),
    );
  });
});

describe('C6: leaving a shared phone', () => {
  it('stop is for whoever says it, or for all where they want; where it is not known who, for all', async () => {
    const phone = await shared('mariam');
    const stopped = async (): Promise<(boolean | undefined)[]> => {
      await world.settle();
      const seats = [phone.conversation, seatId(phone.conversation, 1)];
      const talks = await Promise.all(seats.map((id) => world.house.conversations.talkOf(id)));
      return talks.map((talk) => talk?.profile.stopped);
    };
    await phone.says('stop');
    expect(await stopped()).toEqual([false, true]);
    await phone.taps('Arrêter pour tous');
    expect(await stopped()).toEqual([true, true]);
    expect(await tell(phone.conversation, 'stopped')).toBe('gone');
    expect(await takes(phone, SUN)).toContain(
      "D'accord, je ne t'envoie plus rien. Pour revenir, écris « menu ».",
    );
    await phone.says('menu');
    await takes(phone, MOON);
    await phone.says('menu');
    expect(await stopped()).toEqual([false, false]);
    await phone.says('changer');
    expect((await phone.says('stop')).join(' ')).toContain('plus rien ne part vers ce téléphone');
    expect(await stopped()).toEqual([true, true]);
  });

  it('"my data" tells of nobody else, and erases one of them: the other keeps all', async () => {
    const phone = await shared('nana');
    await phone.says('sondage');
    await phone.says('1');
    const second = await phone.person();
    await takes(phone, SUN);
    const told = await phone.says('mes données');
    expect(told).toEqual(
      expect.arrayContaining(['Réponses : 0. Sondages : 0.', `Ton signe sur ce téléphone : ${SUN}.`]),
    );
    const first = await phone.person();
    const goodbye = await phone.taps('Effacer pour moi');
    expect(goodbye).toEqual(expect.arrayContaining(["C'est effacé. Merci, et au revoir !", WHO]));
    await world.settle();
    expect(await world.count('people', { _id: first, key: { $exists: true } })).toBe(0);
    expect(await phone.person()).toBe(second);
    await phone.taps(MOON);
    expect(await phone.says('mes données')).toContain('Réponses : 1. Sondages : 1.');
    expect(await tell(phone.conversation, 'erased')).toBe('gone');
  });

  it('or all of them, but for what somebody has with an account elsewhere', async () => {
    const phone = await shared('oumar');
    const second = await phone.person();
    const elsewhere = await world.account('oumar elsewhere');
    expect(await typed(phone, await codeOf(elsewhere))).toContain(
      'Je relie tes comptes. Un message te le dira sur chacun.',
    );
    await world.settle();
    await takes(phone, SUN);
    const first = await phone.person();
    await phone.says('effacer');
    await phone.taps('Effacer pour tous');
    await world.settle();
    expect(await phone.person()).toBeNull();
    expect(await stored(phone)).not.toHaveProperty('parked');
    expect(await world.count('people', { _id: first, key: { $exists: true } })).toBe(0);
    expect(await elsewhere.person()).not.toBe(second);
    expect(await elsewhere.says('mes données')).toContain('Réponses : 0. Sondages : 0.');
    expect(await elsewhere.says('mes données')).not.toContain('Comptes reliés : 2.');
  });

  it('who is erased elsewhere leaves the phone to the others', async () => {
    const phone = await shared('penda');
    const second = String(await phone.person());
    await world.house.erase(second);
    expect(await phone.person()).not.toBe(second);
    expect(await phone.says('menu')).toContain(WHO);
    await phone.taps(SUN);
    expect(await phone.says('menu')).toContain('Que veux-tu faire ?');
  });
});

describe('C6: joining on a shared phone', () => {
  it('joins one of them, also while somebody else has it; a code of the same phone is none', async () => {
    const phone = await shared('rokia');
    const code = await codeOf(phone);
    await takes(phone, SUN);
    expect(await typed(phone, code)).toContain("Ce code vient d'ici. Écris-le sur ton autre compte.");
    const first = await phone.person();
    const elsewhere = await world.account('rokia elsewhere');
    await typed(elsewhere, code);
    await world.settle();
    expect(await phone.person()).toBe(first);
    expect(await phone.hears()).toEqual([
      `Il y a quelque chose pour ${MOON}. Pour le lire, écris « changer ».`,
    ]);
    await takes(phone, MOON);
    expect(await phone.person()).toBe(await elsewhere.person());
    await later(world);
  });
});

describe('T26: a crash while a shared phone changes hands', () => {
  it('what one ordered is applied for them and sent, though somebody else has the phone by then', async () => {
    const phone = await shared('sali');
    const { conversations } = world.house;
    const base = await conversations.load(phone.conversation, true);
    const [other] = base.shared?.parked ?? [];
    const first = other === undefined ? null : await conversations.openParked(base.id, other);
    if (other === undefined || first === null || base.talk === null) throw new Error('nobody shares it');
    const route = base.talk.route;
    const item = { id: 'left', address: route.address, lane: 'reply' as const, text: 'ordered' };
    const context = {
      person: String(base.person),
      conversation: seatId(base.id, 1),
      lang: 'fr',
      day: '2026-01-15',
    };
    await conversations.commit({
      ...{ base, inbound: conversations.promptId(base.id, 'left'), person: base.person, talk: base.talk },
      out: [{ message: item, route, again: 0 }],
      effects: [{ kind: 'test.left', context: { ...context, ...route }, params: {} }],
      erasedAt: null,
    });
    await takes(phone, SUN);
    world.clock.advance(60_000);
    const left = await conversations.takeOver(10);
    const mine = left.find(({ conversation }) => conversation === phone.conversation);
    expect(mine?.out.map(({ message }) => message.text)).toEqual(['ordered']);
    expect(mine?.effects.map((effect) => [effect.kind, effect.context.person])).toEqual([
      ['test.left', base.person],
    ]);
    await conversations.done(phone.conversation, {
      out: ['left'],
      effects: (mine?.effects ?? []).map(({ id }) => id),
    });
  });
});
