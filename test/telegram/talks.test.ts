import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rehearsalDeps } from '../../src/app/rehearsal-deps.ts';
import { type TelegramChannel, telegramChannel } from '../../src/channels/telegram/index.ts';
import { CONSENT } from '../../src/conversation/script.ts';
import { NEW_PROFILE, type Profile } from '../../src/domain/person.ts';
import { AuthorsHouse, type Guest } from '../channels/authors-house.ts';
import { until } from '../channels/until.ts';
import { realClock } from '../universe/time.ts';
import { startTelegram, TEST_TOKEN, type TelegramStandIn } from './index.ts';
import { inlineOf, type Person } from './people.ts';
import { sheetFlows } from './sheet-flows.ts';

const flows = sheetFlows();
const AGREED: Profile = { ...NEW_PROFILE, lang: 'fr', consents: { [CONSENT.purpose]: CONSENT.version } };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

let telegram: TelegramStandIn;
let channel: TelegramChannel;
let house: AuthorsHouse;
beforeEach(async () => {
  telegram = await startTelegram();
  const clock = { ...realClock, advance: () => undefined };
  house = new AuthorsHouse(clock, rehearsalDeps(flows, 'fr'));
  channel = telegramChannel({ token: TEST_TOKEN, apiRoot: telegram.root, mode: 'polling', log: quiet });
  house.opens(channel);
  await channel.start(house.receive);
});
afterEach(async () => {
  await channel.stop();
  await telegram.stop();
  await channel.close?.();
});

interface Talk {
  person: Person;
  guest: Guest;
  /** Does something, and waits until it is served and answered. @returns what was written, the last one last */
  after: (act: (person: Person) => void) => Promise<string[]>;
}

function talk(profile = AGREED): Talk {
  const person = telegram.person(7);
  const guest = house.expects('7', profile, () => undefined);
  return {
    person,
    guest,
    async after(act) {
      const [served, read] = [guest.served(), person.received.length];
      act(person);
      await until(
        () => guest.served() > served,
        () => 'it was not served',
      );
      await house.idle();
      return person.received.slice(read).map(({ text }) => text ?? '');
    },
  };
}

const press = (label: string) => (person: Person) =>
  void person.taps(
    person.received.flatMap(inlineOf).findLast(({ text }) => text === label)?.callback_data ?? label,
  );
const [NUMBER, PLACE] = ['📱 Envoyer mon numéro', '📍 Envoyer ma position'];
const FIRST = 'Ton numéro ?';

describe('C1: a link', () => {
  it('greets a newcomer first, and leads to its flow once they have agreed', async () => {
    const { after } = talk(NEW_PROFILE);
    expect(await after((person) => person.says('/start affiche-segou'))).toEqual(["D'accord ?"]);
    expect(await after(press('1. Je veux bien'))).toEqual([`Bienvenue\n\n${FIRST}`]);
  });

  it('leads who has agreed there at once, and the flow knows which it was', async () => {
    const { after } = talk();
    expect(await after((person) => person.says('/start radio'))).toEqual([FIRST]);
    await after((person) => person.says('76 00 00 00'));
    await after((person) => person.sends('location'));
    expect(await after(press('1. Alpha'))).toEqual(['radio +22376000000 12.639,-8.003']);
  });

  it.each(['/start', '/start unknown', '/start accueil', '/start __proto__', '/start ../x', '/start a b'])(
    'that no flow names is a plain beginning: %s',
    async (words) => {
      expect(await talk().after((person) => person.says(words))).toEqual(['Menu ?']);
    },
  );

  it('that nobody knows greets a newcomer like everybody, and leads to the menu', async () => {
    const { after } = talk(NEW_PROFILE);
    await after((person) => person.says('/start unknown'));
    expect(await after(press('1. Je veux bien'))).toEqual(['Bienvenue\n\nMenu ?']);
  });
});

describe('C1: keys for a number and a place', () => {
  it('stand there while they are asked for, answer by one press, and go before buttons come', async () => {
    const { after, person, guest } = talk();
    await after(() => person.says('fiche'));
    expect(person.keyboard?.keyboard).toEqual([[{ text: NUMBER, request_contact: true }]]);
    expect(await after(() => person.presses(NUMBER))).toEqual(['Où es-tu ?']);
    expect(person.keyboard?.keyboard).toEqual([[{ text: PLACE, request_location: true }]]);
    expect(await after(() => person.presses(PLACE))).toEqual(['✓', 'Et puis ?']);
    expect(person.keyboard).toBeUndefined();
    expect(inlineOf(person.received.at(-1)!).map(({ text }) => text)).toEqual(['1. Alpha', '2. Beta']);
    expect(await after((typing) => typing.says('②'))).toEqual(['- +22376000000 12.639,-8.003']);
    expect(guest.events().flatMap((event) => (event.kind === 'answered' ? [event.type] : []))).toEqual([
      ...['phone', 'location', 'choice'],
    ]);
  });

  it('a contact out of the address book is nobody’s answer; the key stays', async () => {
    const { after, person, guest } = talk();
    await after(() => person.says('fiche'));
    const [excuse] = await after(() => person.sends('contact'));
    expect(excuse).toContain(FIRST);
    expect(person.keyboard).toBeDefined();
    expect(guest.events().some(({ kind }) => kind === 'answered')).toBe(false);
  });

  it('go away where the talk goes elsewhere', async () => {
    const { after, person } = talk();
    await after(() => person.says('fiche'));
    expect(await after(() => person.says('/menu'))).toEqual(['✓', 'Menu ?']);
    expect(person.keyboard).toBeUndefined();
  });
});

describe('C1: what else comes', () => {
  it('an edit changes nothing, and is told so with the way to change an answer', async () => {
    const { after, person, guest } = talk();
    await after(() => person.says('/menu'));
    let answer = {} as ReturnType<Person['says']>;
    await after(() => (answer = person.says('fiche')));
    const before = guest.events().length;
    const [told] = await after(() => person.edits('76 00 00 00', answer));
    expect(told).toMatch(/^Changer un message ne change pas ta réponse\. .*« retour »/);
    expect(told).toContain(FIRST);
    expect(
      guest
        .events()
        .slice(before)
        .filter(({ kind }) => kind !== 'said'),
    ).toEqual([]);
  });

  it('who blocks the bot is out of reach until they are back; nothing is answered to either', async () => {
    const { after, person, guest } = talk();
    await after(() => person.says('/menu'));
    expect(await after(() => person.blocks())).toEqual([]);
    expect(guest.isAway()).toBe(true);
    expect(await after(() => person.unblocks())).toEqual([]);
    expect(guest.isAway()).toBe(false);
    await after(() => person.blocks());
    expect(await after(() => person.says('/menu'))).toEqual([]);
    expect(guest.isAway()).toBe(false);
  });

  it('posts of a channel and words in a group are nobody’s', async () => {
    const { after, person, guest } = talk();
    const posts = telegram.channel(-1001, 'benkan');
    for (const update of [posts.posts('stop'), posts.edits('stop'), person.writesInGroup(-5, 'stop')])
      telegram.again(update);
    expect(await after(() => person.says('/menu'))).toEqual(['Menu ?']);
    expect(guest.served()).toBe(1);
    await until(() => telegram.updates.isEmpty);
  });
});
