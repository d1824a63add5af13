import { describe, expect, it } from '@jest/globals';
import { isHeard, isHeld } from '../../src/conversation/held.ts';
import { Person } from './person.ts';

const AIDE = `steps:
  - hand_over: { say: passage, reason: demande_aide, resume: suite }
  - say: suite
  - ask: utile
    type: yes_no
`;
const MENU = 'triggers: [{ intent: menu }]\ninterrupts: true\nsteps: [{ ask: choix, type: yes_no }]';
const STOP =
  'triggers: [{ intent: stop }]\nbefore_consent: true\nsteps:\n  - set: { person.stopped: true }\n  - say: adieu';

const EQUIPE =
  'triggers: [{ event: taken }]\nsteps:\n  - hand_over: { say: passage, reason: equipe }\n  - say: fini';
const SONDAGE = 'triggers: [{ intent: survey }]\nsteps: [{ ask: age, type: number }]';

const someone = (): Person =>
  new Person({
    aide: `triggers: [{ keywords: { fr: [parler] } }]\n${AIDE}`,
    equipe: EQUIPE,
    menu: MENU,
    stop: STOP,
    sondage: SONDAGE,
  });

/** What of the last turn was for whoever has the talk. */
const written = (awa: Person): unknown[] =>
  (awa.last?.events ?? []).flatMap((event) => (event.kind === 'written' ? [event.reply] : []));

async function handedOver(): Promise<Person> {
  const awa = someone();
  expect(await awa.says('parler')).toEqual(['aide.passage']);
  return awa;
}

it('F1: a talk that a person has is silent for words, voice and quick taps, until it is given back', async () => {
  const awa = await handedOver();
  expect(awa.last?.events.at(-1)).toMatchObject({ kind: 'handed_over', reason: 'demande_aide' });
  expect(await awa.says('Allô ? Il y a quelqu’un ?')).toEqual([]);
  expect(await awa.turn({ kind: 'media', media: 'voice', id: 'v1' })).toEqual([]);
  expect(await awa.turn({ kind: 'resume' })).toEqual(['bot.given_back', 'aide.suite', 'aide.utile.ask']);
  expect(await awa.turn({ kind: 'resume' })).toEqual([]);
  await awa.says('oui');
  expect(awa.session).toBeNull();
});

it('F1, F4: the words that win at every step still do, and the talk goes on where it was', async () => {
  const awa = await handedOver();
  expect(await awa.says('menu')).toEqual(['menu.choix.ask']);
  expect(await awa.says('oui')).toEqual(['bot.resume', 'aide.passage']);
  expect(await awa.says('menu')).toEqual(['menu.choix.ask']);
  expect(await awa.turn({ kind: 'resume', step: 'utile' })).toEqual(['bot.given_back', 'aide.utile.ask']);
});

it('T8: who has said stop meanwhile is told nothing', async () => {
  const awa = await handedOver();
  awa.talk = { ...awa.talk, profile: { ...awa.talk.profile, stopped: true } };
  expect(await awa.turn({ kind: 'resume' })).toEqual([]);
  expect(awa.session?.frames.at(-1)?.step).toBe('utile');
});

describe('W2: while a person has the talk', () => {
  it.each([
    ['bonjour', { kind: 'text', text: 'bonjour' }],
    ['merci', { kind: 'text', text: 'merci' }],
    ['retour', { kind: 'text', text: 'retour' }],
    ['parler', { kind: 'text', text: 'parler' }],
    ['1', { kind: 'text', text: '1' }],
  ])('"%s" is for them and no word of the bot’s', async (text, reply) => {
    const awa = await handedOver();
    expect(await awa.says(text)).toEqual([]);
    expect(written(awa)).toEqual([reply]);
  });

  it('a photo, a place and a number are for them; an old button is nothing; what nobody can read is said to be so', async () => {
    const awa = await handedOver();
    for (const media of ['photo', 'location', 'contact', 'sticker'] as const) {
      expect(await awa.turn({ kind: 'media', media })).toEqual([]);
      expect(written(awa)).toMatchObject([{ kind: 'media', media }]);
    }
    expect(await awa.turn({ kind: 'choice', token: 'stale' })).toEqual([]);
    expect(await awa.turn({ kind: 'unsupported', what: 'too_long' })).toEqual(['bot.too_long']);
    expect(await awa.turn({ kind: 'unsupported', what: 'edited' })).toEqual(['bot.media_not_kept']);
    expect(written(awa)).toEqual([]);
  });

  it('what the house sends comes, and asks nothing again', async () => {
    const rappel = 'triggers: [{ event: prompt }]\ninterrupts: true\nsteps: [{ say: demain }]';
    const awa = new Person({ aide: `triggers: [{ keywords: { fr: [parler] } }]\n${AIDE}`, rappel });
    await awa.says('parler');
    expect(await awa.prompted('rappel')).toEqual(['rappel.demain']);
    await awa.says('Et alors ?');
    expect(written(awa)).toHaveLength(1);
  });

  it('a word for a flow opens it over the talk, which stays theirs; their answer comes up over it', async () => {
    const awa = await handedOver();
    expect(await awa.says('sondage')).toEqual(['sondage.age.ask']);
    expect(await awa.turn({ kind: 'speak', id: 'r1', by: 'moussa', text: 'Je te lis.' })).toEqual([
      'Je te lis.',
    ]);
    expect(await awa.says('33')).toEqual([]);
    expect(written(awa)).toEqual([{ kind: 'text', text: '33' }]);
    const back = ['bot.given_back', 'aide.utile.ask'];
    expect(await awa.turn({ kind: 'resume', step: 'utile', by: 'moussa' })).toEqual(back);
    expect(await awa.says('oui')).toEqual(['bot.resume', 'sondage.age.ask']);
  });

  it('"stop" makes an end of it', async () => {
    const awa = await handedOver();
    expect(await awa.says('stop')).toEqual(['stop.adieu']);
    expect(isHeld(awa.session)).toBe(false);
  });

  it('they take it from the bot, and what was open waits', async () => {
    const awa = someone();
    await awa.says('sondage');
    expect(await awa.turn({ kind: 'take', by: 'moussa' })).toEqual(['equipe.passage']);
    expect(isHeard(awa.session)).toBe(true);
    expect(await awa.turn({ kind: 'take', by: 'moussa' })).toEqual([]);
    expect(await awa.turn({ kind: 'resume' })).toEqual([
      ...['bot.given_back', 'equipe.fini', 'bot.resume', 'sondage.age.ask'],
    ]);
  });
});
