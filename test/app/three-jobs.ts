import type { EventPlan } from '../../src/capabilities/volunteers/events/event.ts';
import { titleIn, whenOf } from '../../src/capabilities/volunteers/events/words.ts';
import { type Item, newsOf } from './newsroom.ts';
import type { Line, Said } from './talk.ts';

/** What staff have prepared before people come. */
export interface Prepared {
  newest: Item;
  older: Item;
  activity: { id: string; plan: EventPlan };
}

/** How one person of a language types and taps. */
interface Words {
  lang: string;
  hello: string;
  survey: readonly [sayOrTap: Line, age: string, idea: string, place: string, yes: string];
  news: string;
  volunteer: string;
  nickname: string;
  home: string;
  activities: string;
  myData: string;
  keep: string;
  stop: string;
}

export const ZONE = 'Africa/Bamako';
const ASKED = (question: string): string => `sondage-paix/${question}.ask`;
const SHEET = ['age', 'regles', 'surnom', 'sexe', 'lieu', 'savoir', 'disponible', 'association'];

const FRENCH: Words = {
  lang: 'fr',
  hello: 'bonjour',
  survey: [
    { say: 'sekurite', says: [ASKED('age')] },
    'vingt-cinq ans',
    'Parler avec les voisins',
    'Segu',
    'ouais',
  ],
  news: 'Nouvelles',
  volunteer: 'volontaire',
  nickname: 'Kadidiatou',
  home: 'Segu',
  activities: 'activites',
  myData: 'mes donnees',
  keep: 'garder',
  stop: 'Stop',
};

const BAMBARA: Words = {
  lang: 'bm',
  hello: 'i ni ce',
  survey: [
    { say: 'lakoli', says: [ASKED('age')] },
    'san mugan ni duuru',
    'An ka kuma ɲɔgɔn fɛ',
    'Bamako',
    'ayi',
  ],
  news: 'kibaruya',
  volunteer: 'yèrèbo',
  nickname: 'Kadidiatou',
  home: 'Bamako',
  activities: 'ɲɔgɔnyew',
  myData: 'n ka kunnafoniw',
  keep: 'a mara',
  stop: 'a dabila',
};

export const SPEAKERS: readonly Words[] = [FRENCH, BAMBARA];

/** First contact, consent, five questions. */
export const opinion = ({ hello, survey, lang }: Words): Line[] => [
  { say: hello, says: ['accueil/langue.ask'], lang: 'fr' },
  {
    tap: lang,
    says: ['qui', 'pourquoi', 'qui_voit', 'duree', 'partir', 'accord.ask'].map((key) => `accueil/${key}`),
  },
  { tap: 'accepter', says: ['accueil/bienvenue', 'menu/choix.ask'] },
  { tap: 'sondage', says: ['sondage-paix/debut', ASKED('priorite')] },
  survey[0],
  { say: survey[1], says: [ASKED('idee')] },
  { say: survey[2], says: [ASKED('lieu')] },
  { say: survey[3], says: [ASKED('reunion')] },
  { say: survey[4], says: ['sondage-paix/merci'] },
];

/** The newest item, the one before, and a subscription. */
export const news = ({ news, lang }: Words, { newest, older }: Prepared): Line[] => [
  { say: news, says: [...newsOf(lang, 'nouvelles', newest), 'nouvelles/choix.ask'] },
  { tap: 'suivante', says: [...newsOf(lang, 'nouvelles', older), 'nouvelles/choix.ask'] },
  { tap: 'abonner', says: ['nouvelles/abonne'] },
];

/** Becoming a volunteer; it ends at the list of activities. */
export const sheet = ({ volunteer, nickname, home }: Words): Line[] => [
  { say: volunteer, says: ['volontaire/debut', 'volontaire/age.ask'] },
  ...answered({ tap: '18-24' }, { tap: 'accepte' }, { say: nickname }, { tap: 'femme' }),
  ...answered({ say: home }, { tap: 'sport' }, { tap: 'week-end' }, { tap: 'non' }).map((line, at) => ({
    ...line,
    says: at === 3 ? ['volontaire/merci', 'activites/laquelle.ask'] : [`volontaire/${SHEET[at + 5]}.ask`],
  })),
];

/** Answers a person gives until they are a volunteer. */
export const answersOf = (lines: readonly Line[]): number => lines.length - 1;

/** One of the list, seen before anybody has a place. */
export const look = ({ lang }: Words, { activity }: Prepared): Line[] => [
  {
    tap: activity.id,
    says: [
      facts(lang, activity),
      ['activites/restent', { places: activity.plan.capacity }],
      'activites/faire.ask',
    ],
  },
];

export const signUp = (_words: Words, { activity }: Prepared): Line[] => [
  {
    tap: 'inscrire',
    says: ['activites/inscrit', ['activites/exact_inscrit', { lieu: activity.plan.exact }]],
  },
];

/** The place as it stands, seen again by its word. */
export const myPlace = ({ activities, lang }: Words, { activity }: Prepared): Line[] => [
  { say: activities, says: ['activites/laquelle.ask'] },
  { tap: 'miennes', says: ['activites/mienne.ask'] },
  {
    tap: activity.id,
    says: [
      facts(lang, activity),
      'activites/confirmee',
      ['activites/exact', { lieu: activity.plan.exact }],
      'activites/faire.ask',
    ],
  },
];

export const giveBack = (): Line[] => [
  { tap: 'annuler', says: ['activites/sur.ask'] },
  { tap: 'oui', says: ['activites/annule'] },
];

/** What is kept, by kind and number. */
export const myData = ({ myData, keep }: Words, signups: number): Line[] => [
  {
    say: myData,
    says: [
      'mes-donnees/garde',
      ['mes-donnees/combien', { answers: 5, surveys: 1 }],
      ['mes-donnees/volontaire', { sheet: 1, signups }],
      'mes-donnees/abonnement',
      'mes-donnees/choix.ask',
    ],
  },
  { say: keep, says: ['mes-donnees/rien'] },
];

export const stop = ({ stop }: Words): Line[] => [{ say: stop, says: ['stop/arrete.ask'] }];

/** Answers of the sheet, each followed by the next question. */
const answered = (...deeds: ({ say: string } | { tap: string })[]): Line[] =>
  deeds.map((deed, at) => ({ ...deed, says: [`volontaire/${SHEET[at + 1]}.ask`] }));

const facts = (lang: string, { plan }: Prepared['activity']): Said => [
  'activites/faits',
  { titre: titleIn(plan, lang), lieu: plan.place, quand: whenOf(plan.starts, ZONE) },
];
