import { keptFr, type PublicWords } from '../../../web/public/index.ts';
import type { PARCOURS_FR } from './words.fr.ts';

/** Composed of words the glossary attests; awaits a native reviewer. */
export const PARCOURS_BM: PublicWords<typeof PARCOURS_FR> = {
  nav: 'Bɛn kunnafoniw',
  title: 'Bɛn kunnafoniw',
  lead: 'Min kɛra bɛn kama Mali la, ani bɔyɔrɔ.',
  phases: {
    accord: '1. Bɛnkansɛbɛn',
    dialogue: '2. Kumaɲɔgɔnya',
    charte: keptFr('3. La charte'),
    mise_en_oeuvre: keptFr('4. La mise en œuvre'),
  },
  here: 'Sisan',
  none: 'Foyi tɛ yen fɔlɔ.',
  noneAsked: 'Foyi tɛ yen.',
  theme: keptFr('Thème'),
  themes: {
    accord: 'Bɛnkansɛbɛn',
    dialogue: 'Kumaɲɔgɔnya',
    charte: keptFr('La charte'),
    reconciliation: 'Bɛnɲini',
    institutions: keptFr('Les institutions'),
    securite: 'Lakana',
    voisins: keptFr('Les pays voisins'),
  },
  region: 'Mara',
  all: 'Bɛɛ',
  national: 'Mali bɛɛ',
  show: keptFr('Montrer'),
  source: 'Bɔyɔrɔ :',
  provisional: 'A ma sɛmɛntiya fɔlɔ',
  unverified: 'Mɔgɔ fila m’a sɛgɛsɛgɛ fɔlɔ',
  verified: 'Mɔgɔ kelen y’a sɛbɛn, mɔgɔ wɛrɛ y’a sɛgɛsɛgɛ',
  otherLanguage: 'Nin sɛbɛn tɛ bamanankan na fɔlɔ.',
  example: keptFr('Exemple'),
};
