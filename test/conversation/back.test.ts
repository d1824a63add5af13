import { beforeEach, describe, expect, it } from '@jest/globals';
import { recordOf } from '../../src/engine/answers.ts';
import { answerEffect } from '../../src/capabilities/surveys/effects.ts';
import { Person } from './person.ts';

const SONDAGE = `triggers: [{ intent: survey }]
survey: paix
steps:
  - { ask: eau, type: choice, choices: [puits, robinet, { key: retour_au_puits }] }
  - { ask: ecole, type: yes_no }
  - { ask: mot, type: text }
`;
let awa: Person;
beforeEach(async () => {
  awa = new Person({ sondage: SONDAGE });
  await awa.says('sondage');
});

describe('F1: "retour" at an open question', () => {
  it.each(['retour', 'corriger', 'segin'])(
    '%s asks the question before again, at any type of question',
    async (word) => {
      await awa.says('puits');
      expect(await awa.says(word)).toEqual(['bot.back_to', 'sondage.eau.choices.puits', 'sondage.eau.ask']);
      await awa.says('puits');
      await awa.says('oui');
      expect(await awa.says(word)).toEqual(['bot.back_to', 'bot.yes_no.yes', 'sondage.ecole.ask']);
    },
  );

  it('is an answer where the question offers that very word', async () => {
    awa = new Person({
      sondage: SONDAGE.replace('[puits, robinet, { key: retour_au_puits }]', '[puits, retour]'),
    });
    await awa.says('sondage');
    expect(await awa.says('retour')).toEqual(['sondage.ecole.ask']);
  });

  it('where nothing is open, is a word like any that is not understood', async () => {
    awa.talk = { ...awa.talk, session: null };
    expect(await awa.says('retour')).toEqual(['bot.nothing_open']);
  });

  it('T12: buttons of the question gone back to work again, those left behind do not', async () => {
    const { sid = '' } = awa.session?.frames[0] ?? {};
    const puits = awa.token(sid, 'eau', 'puits');
    const oui = awa.token(sid, 'ecole', 'yes');
    await awa.turn({ kind: 'choice', token: puits });
    await awa.says('retour');
    awa.now += 60_000;
    expect(await awa.turn({ kind: 'choice', token: oui })).toEqual(['bot.stale_button', 'sondage.eau.ask']);
    expect(await awa.turn({ kind: 'choice', token: awa.token(sid, 'eau', 'robinet') })).toEqual([
      'sondage.ecole.ask',
    ]);
    expect(await awa.turn({ kind: 'choice', token: puits })).toEqual([]);
    expect(recordOf(awa.session!.frames[0]!.answers)).toEqual({ eau: 'robinet' });
  });

  it('S5: the changed answer replaces the first: one answer of the person to the question', async () => {
    const kept = answerEffect({} as Parameters<typeof answerEffect>[0]);
    const asked: unknown[] = [];
    for (const words of ['puits', 'retour', 'robinet']) {
      await awa.says(words);
      asked.push(...(awa.last?.events.flatMap((event) => kept.from(event)) ?? []));
    }
    expect(asked).toEqual([
      expect.objectContaining({ survey: 'paix', question: 'eau', value: 'puits' }),
      expect.objectContaining({ survey: 'paix', question: 'eau', value: 'robinet' }),
    ]);
  });
});
