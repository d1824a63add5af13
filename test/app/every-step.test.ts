import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { realClock } from '../universe/time.ts';
import { type Installation, installation } from './installation.ts';
import { webPhone } from './phones.ts';
import { type Running, startHere } from './running.ts';
import { type Line, play, type Said } from './talk.ts';

const LONG_MS = 600_000;

/** Questions of the survey in their order, and an answer to each. */
const ANSWERS: Readonly<Record<string, string>> = {
  priorite: 'eau',
  age: '23',
  idee: 'x y z',
  lieu: 'Gao',
  reunion: 'no',
};

/** What a person types in the middle of a question, and the way back to it. */
function detours(question: string, answered: number, words: Words): Line[] {
  const back: Said[] = ['bot/resume', `sondage-paix/${question}.ask`];
  return [
    { say: words.help, says: ['aide/repondre', 'aide/mots', 'aide/partir', ...back] },
    { say: words.menu, says: ['menu/choix.ask'] },
    { tap: 'continuer', says: back },
    { say: words.language, says: ['langue/langue.ask'] },
    { tap: words.lang, says: ['langue/fait', ...back] },
    { say: words.stop, says: ['stop/arrete.ask'] },
    { say: words.menu, says: ['menu/retour', 'menu/choix.ask'] },
    { tap: 'continuer', says: back },
    {
      say: words.erase,
      says: [
        'mes-donnees/garde',
        ['mes-donnees/combien', { answers: answered, surveys: Math.min(answered, 1) }],
        'mes-donnees/choix.ask',
      ],
    },
    { tap: 'garder', says: ['mes-donnees/rien', ...back] },
  ];
}

interface Words {
  lang: string;
  help: string;
  menu: string;
  language: string;
  stop: string;
  erase: string;
}

const WORDS: readonly Words[] = [
  { lang: 'fr', help: 'aide', menu: 'menu', language: 'langue', stop: 'stop', erase: 'effacer' },
  { lang: 'bm', help: 'dɛmɛ', menu: 'menu', language: 'kan', stop: 'a dabila', erase: 'jɔsi' },
];

describe('F3, T8: the words that always work', () => {
  let database: TestDatabase;
  let place: Installation;
  let running: Running;
  let ahead = 0;

  beforeAll(async () => {
    database = await testDatabase();
    place = await installation({ MONGODB_URI: database.uri });
    running = await startHere(place, { now: () => realClock.now() + ahead });
  }, LONG_MS);
  afterAll(async () => {
    await running.stop();
    await database.drop();
    await place.remove();
  });

  /** Nobody types twenty messages a minute (T16), so an hour goes by between two questions. */
  const later = (): void => void (ahead += 3_600_000);

  it.each(WORDS)(
    'at each of the five questions, then the open one again, in $lang',
    async (words) => {
      const phone = await webPhone(place);
      const say = (lines: readonly Line[]): Promise<void> => play(phone, words.lang, lines);
      await say([{ say: 'bonjour', says: ['accueil/langue.ask'], lang: 'fr' }]);
      await say([
        {
          tap: words.lang,
          says: ['qui', 'pourquoi', 'qui_voit', 'duree', 'partir', 'accord.ask'].map(
            (key) => `accueil/${key}`,
          ),
        },
        { tap: 'accepter', says: ['accueil/bienvenue', 'menu/choix.ask'] },
        { tap: 'sondage', says: ['sondage-paix/debut', 'sondage-paix/priorite.ask'] },
      ]);
      const questions = Object.keys(ANSWERS);
      for (const [at, question] of questions.entries()) {
        later();
        await say(detours(question, at, words));
        const next = questions[at + 1];
        const says = [next === undefined ? 'sondage-paix/merci' : `sondage-paix/${next}.ask`];
        const answer = ANSWERS[question]!;
        await say([
          question === 'priorite' || question === 'reunion' ? { tap: answer, says } : { say: answer, says },
        ]);
      }
    },
    LONG_MS,
  );
});
