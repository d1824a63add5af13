import { expect, it } from '@jest/globals';
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

async function handedOver(): Promise<Person> {
  const awa = new Person({
    aide: `triggers: [{ keywords: { fr: [parler] } }]\n${AIDE}`,
    menu: MENU,
    stop: STOP,
  });
  expect(await awa.says('parler')).toEqual(['aide.passage']);
  return awa;
}

it('F1: a talk that a person has is silent for words, voice and quick taps, until it is given back', async () => {
  const awa = await handedOver();
  expect(awa.last?.events.at(-1)).toMatchObject({ kind: 'handed_over', reason: 'demande_aide' });
  expect(await awa.says('Allô ? Il y a quelqu’un ?')).toEqual([]);
  expect(await awa.turn({ kind: 'media', media: 'voice', id: 'v1' })).toEqual([]);
  expect(await awa.turn({ kind: 'resume' })).toEqual(['aide.suite', 'aide.utile.ask']);
  expect(await awa.turn({ kind: 'resume' })).toEqual([]);
  await awa.says('oui');
  expect(awa.session).toBeNull();
});

it('F1, F4: the words that win at every step still do, and the talk goes on where it was', async () => {
  const awa = await handedOver();
  expect(await awa.says('menu')).toEqual(['menu.choix.ask']);
  expect(await awa.says('oui')).toEqual(['bot.resume', 'aide.passage']);
  expect(await awa.says('menu')).toEqual(['menu.choix.ask']);
  expect(await awa.turn({ kind: 'resume', step: 'utile' })).toEqual(['aide.utile.ask']);
});

it('T8: who has said stop meanwhile is told nothing', async () => {
  const awa = await handedOver();
  awa.talk = { ...awa.talk, profile: { ...awa.talk.profile, stopped: true } };
  expect(await awa.turn({ kind: 'resume' })).toEqual([]);
  expect(awa.session?.frames.at(-1)?.step).toBe('utile');
});
