/** What eight people say, four in each language: labels, close spellings, buttons, words for numbers. */
export const PEOPLE = [
  { lang: 'fr', says: [{ tap: 'eau' }, '23', 'Parler avec les voisins', 'Bamako', { tap: 'yes' }] },
  { lang: 'fr', says: ['sekurite', 'vingt-cinq ans', 'Ouvrir les écoles', 'Segu', 'ouais'] },
  { lang: 'fr', says: ['Le travail', '41 ans', 'Du travail pour les jeunes', 'Tombouctou', 'non'] },
  { lang: 'fr', says: ['3', '30', 'Écouter les anciens', 'Gao', { tap: 'no' }] },
  {
    lang: 'bm',
    says: [{ tap: 'securite' }, 'san mugan ni duuru', 'An ka kuma ɲɔgɔn fɛ', 'Bamakɔ', { tap: 'yes' }],
  },
  { lang: 'bm', says: ['lakoli', 'tan ni seegin', 'ben', 'Tumutu', 'ayi'] },
  { lang: 'bm', says: ['ji', '50', 'bɛn ka fisa', 'Sikaso', 'awɔ'] },
  { lang: 'bm', says: [{ tap: 'dialogue' }, '19', 'Denmisɛnw ka kuma', 'Kayi', { tap: 'no' }] },
];

/** The same as plain words a peer understands: keys of choices, digits, names of regions. */
export const PLAIN_ANSWERS = [
  ['eau', 23, 'Parler avec les voisins', 'bamako', 'yes'],
  ['securite', 25, 'Ouvrir les écoles', 'segou', 'yes'],
  ['travail', 41, 'Du travail pour les jeunes', 'tombouctou', 'no'],
  ['dialogue', 19, 'Denmisɛnw ka kuma', 'kayes', 'no'],
];
