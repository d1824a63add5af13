import { keptFr, type PublicWords } from '../../../web/public/index.ts';
import type { QUESTIONS_PAGE_FR } from './words.fr.ts';

/** Composed of words the glossary attests; awaits a native reviewer. */
export const QUESTIONS_PAGE_BM: PublicWords<typeof QUESTIONS_PAGE_FR> = {
  nav: 'Ɲininkaliw',
  title: 'Ɲininkaliw ani jaabiw',
  lead: 'Mɔgɔ kelen ye jaabi sɛbɛn, mɔgɔ wɛrɛ y’a sɛgɛsɛgɛ.',
  ask: 'I ka ɲininkali ma sɔrɔ ? « Ka ɲininka » sɛbɛn Benkan ma : mɔgɔ dɔ bɛ i jaabi.',
  none: 'Jaabi tɛ yen fɔlɔ.',
  source: 'Bɔyɔrɔ :',
  answersFor: keptFr('Bureau qui répond :'),
  checked: (day) => `A sɛgɛsɛgɛra ${day}`,
  otherLanguage: 'Nin sɛbɛn tɛ bamanankan na fɔlɔ.',
  example: keptFr('Exemple'),
  figures: keptFr('Qui répond, et en combien de temps ?'),
  figuresLead: (days) => keptFr(`Les questions passées aux bureaux, ces ${days} derniers jours.`),
  figuresNone: keptFr('Aucun bureau ne répond encore.'),
  office: keptFr('Bureau'),
  promise: keptFr('Promis'),
  asked: 'Ɲininkaliw',
  answered: 'Jaabiw',
  passedOn: keptFr('Passées ailleurs'),
  median: keptFr('Temps médian'),
  withinDays: (days) => `tile ${days}`,
  sameDay: keptFr('le jour même'),
  tooFew: (least) => keptFr(`moins de ${least} : pas montré`),
  passedWhy: keptFr('Une question passée à un autre bureau compte chez lui, du jour où il l’a.'),
  tooFewWhy: keptFr('Sous ce nombre, rien n’est montré : un chiffre sur peu de personnes parlerait d’elles.'),
};
