import type { CallValue } from '../../../../engine/types.ts';
import type { Habits } from './situation.ts';

/** Asking where things stand, and a question in one's own words. */
export const ASKING_HABITS: Habits = {
  'ou-en-est-on/suite': ({ question: { vars }, dice, again }) => {
    if (again) return { tap: dice.is(0.5) ? 'menu' : 'question' };
    return { tap: vars['plus'] === true && dice.is(0.6) ? 'avant' : 'menu' };
  },
  'ou-en-est-on/theme': ({ dice }) => ({ tap: dice.one(['accord', 'charte', 'securite']) }),
  'ou-en-est-on/region': ({ person, again }) => ({ say: again ? person.region : person.place }),
  'questions/mots': ({ dice }) => ({ say: dice.one(QUESTIONS) }),
  'questions/laquelle': ({ question: { vars }, dice }) => {
    const found = keysIn(vars['trouve']);
    return { tap: found.length > 0 && dice.is(0.7) ? (found[0] ?? 'menu') : 'aucune_ici' };
  },
  'questions/suite': ({ dice, again }) => ({ tap: !again && dice.is(0.25) ? 'passer' : 'menu' }),
  'questions/theme': ({ dice }) => ({
    tap: dice.weighed({ charte: 30, accord: 20, securite: 20, dialogue: 10, autre: 20 }),
  }),
  'questions/envoyer': ({ dice }) => ({ tap: dice.is(0.9) ? 'oui' : 'non' }),
};

const keysIn = (list: CallValue | undefined): string[] =>
  Array.isArray(list) ? list.flatMap(({ key }) => (typeof key === 'string' ? [key] : [])) : [];

/** Some are explained and some are not, all as they are typed; nobody is named in them. */
const QUESTIONS = [
  'cest koi la charte',
  'la charte est adopté ou pas',
  'acor dalger c fini ?',
  'minusma parti ?',
  'le mali é dans la cedeao ?',
  'kumaɲɔgɔnya kɛra tuma jumɛn',
  'comment etre volontaire',
  'c gratuit ?',
  'est ce que la charte parle des jeunes',
  'la charte dit quoi pour les jeunes',
  'y aura du travail pour les jeunes avec la charte ?',
  'quand les ecoles vont rouvrir',
  'les ecoles rouvre kan',
  'ou lire la charte en bambara',
  'la route de notre commune est sure ?',
  'qui represente notre cercle',
] as const;
