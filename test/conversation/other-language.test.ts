import { describe, expect, it } from '@jest/globals';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import { Person } from './person.ts';

const FLOWS = {
  menu: 'triggers: [{ intent: menu }]\nsteps: [{ ask: choix, type: choice, choices: [eau, paix] }]',
  aide: 'triggers: [{ intent: help }]\ninterrupts: true\nsteps: [{ say: mots }]',
  sondage: `triggers: [{ keywords: { fr: [questions] } }]
steps: [{ ask: age, type: number }, { ask: mots, type: text }, { say: fini }]`,
  'autre-langue': `triggers: [{ event: other_language }]
interrupts: true
before_consent: true
steps:
  - { ask: langue, type: choice, choices: [bm, fr], tries: 1 }
  - if: has(answers.langue)
    key: dite
    then: [{ set: { person.lang: answers.langue }, key: garder }]`,
};
const BAMBARA = 'n bɛ hɛrɛ fɛ an ka jamana kɔnɔ';
const FRENCH = 'nous voulons la paix dans notre pays';
const OFFERED = 'autre-langue.langue.ask';

async function asked(lang: string): Promise<Person> {
  const person = new Person(FLOWS);
  person.talk.profile = { ...person.talk.profile, lang };
  await person.says('questions');
  return person;
}

describe('L6: a language is offered to who writes in it', () => {
  it('where an answer was not understood; then the question is asked again, in that language', async () => {
    const person = await asked('fr');
    expect(await person.says(BAMBARA)).toEqual([OFFERED]);
    expect(await person.taps('bm')).toEqual(['bot.resume', 'sondage.age.ask']);
    expect(person.talk.profile.lang).toBe('bm');
  });

  it('counts as no try of the question that was open', async () => {
    const person = await asked('fr');
    await person.says(BAMBARA);
    await person.taps('fr');
    expect(person.session?.frames.at(-1)).toMatchObject({ step: 'age', tries: 0 });
    expect(person.talk.profile.lang).toBe('fr');
  });

  it('once: whoever stays is not asked again', async () => {
    const person = await asked('fr');
    await person.says(BAMBARA);
    await person.taps('fr');
    expect(await person.says(BAMBARA)).toEqual(['bot.retry.number']);
    await person.prompted('nothing').catch(() => undefined);
    expect(await person.says(`${BAMBARA} tuguni`)).toEqual(['bot.retry.number']);
  });

  it('each of the two, once', async () => {
    const person = await asked('fr');
    await person.says(BAMBARA);
    await person.taps('bm');
    expect(await person.says(FRENCH)).toEqual([OFFERED]);
    await person.taps('bm');
    expect(await person.says(FRENCH)).toEqual(['bot.retry.number']);
  });

  it('where nothing is open and nothing was understood, instead of that', async () => {
    const person = new Person(FLOWS);
    person.talk.profile = { ...person.talk.profile, lang: 'bm' };
    expect(await person.says(FRENCH)).toEqual([OFFERED]);
  });

  it('whoever answers something else is asked what was open', async () => {
    const person = await asked('fr');
    await person.says(BAMBARA);
    expect(await person.says('25')).toEqual(['bot.resume', 'sondage.age.ask']);
  });

  it('never in the middle of an answer that was understood', async () => {
    const person = await asked('fr');
    expect(await person.says('25')).toEqual(['sondage.mots.ask']);
    expect(await person.says(BAMBARA)).toEqual(['sondage.fini']);
  });

  it('is asked for nothing that was understood: an answer, a command, a button, a free text', async () => {
    const looked: string[] = [];
    const person = new Person(FLOWS, (text) => {
      looked.push(text);
      return { kind: 'unknown' };
    });
    person.talk.profile = { ...person.talk.profile, lang: 'fr' };
    await person.says('questions');
    for (const typed of ['aide', '25', BAMBARA, 'menu']) await person.says(typed);
    await person.taps('eau');
    expect(looked).toEqual([]);
    await person.says('questions');
    await person.says(BAMBARA);
    expect(looked).toEqual([BAMBARA]);
  });

  it('never for a sentence of both, below three words, for a command, or where somebody has chosen no language', async () => {
    const person = await asked('fr');
    for (const typed of ['n bɛ la réunion na', 'hɛrɛ fɛ', '1 2 3'])
      expect([typed, await person.says(typed)]).toEqual([typed, expect.not.arrayContaining([OFFERED])]);
    const other = await asked('fr');
    expect(await other.says("n b'a fɛ ka dɛmɛ sɔrɔ")).not.toContain(OFFERED);
    const nobody = new Person(FLOWS);
    await nobody.says('questions');
    expect(await nobody.says(BAMBARA)).toEqual(['bot.retry.number']);
  });

  it('never before the greeting', async () => {
    const person = new Person(FLOWS);
    person.talk.profile = { ...NEW_PROFILE, lang: 'fr' };
    expect(await person.says(BAMBARA)).toEqual(['accueil.bienvenue']);
  });
});

describe('L9: N’Ko letters', () => {
  const NKO = 'ߊߟߎ߫ ߣߌ߫ ߗߋ߫';

  it('are seen and said to be, before the question is asked again', async () => {
    const person = await asked('fr');
    expect(await person.says(NKO)).toEqual(['bot.nko_seen', 'bot.retry.number']);
  });

  it('also where nothing is open, and to a stranger', async () => {
    const person = new Person(FLOWS);
    expect(await person.says(NKO)).toEqual(['bot.nko_seen', 'menu.choix.ask']);
    const stranger = new Person(FLOWS);
    stranger.talk.profile = NEW_PROFILE;
    expect(await stranger.says(NKO)).toEqual(['bot.nko_seen', 'accueil.bienvenue']);
  });
});

it('C8: whoever begins with their voice is thanked and greeted', async () => {
  const person = new Person(FLOWS);
  person.talk.profile = NEW_PROFILE;
  expect(await person.turn({ kind: 'media', media: 'voice', id: 'v1' })).toEqual([
    'bot.voice_first',
    'accueil.bienvenue',
  ]);
});
