import { keptFr, type PublicWords } from '../../../../web/public/index.ts';
import type { VERIFY_FR } from './words.fr.ts';

/** Composed of words the glossary attests, and of sentences of `locales/bm/flows/verif.yaml`; awaits a native reviewer. */
export const VERIFY_BM: PublicWords<typeof VERIFY_FR> = {
  menu: 'A sɛgɛsɛgɛ',
  title: 'Tiɲɛ don wa ?',
  about: 'Cikan sɛgɛsɛgɛ',
  lead: 'Cikan, a nimɔrɔ wali a ja ci yan. An b’a sɛgɛsɛgɛ n’a bɔra an yɔrɔ.',
  words: 'Cikan wali a nimɔrɔ',
  wordsHint: 'I n’a fɔ ML-2026-0042, wali kuma bɛɛ.',
  picture: 'Wali ja',
  check: 'A sɛgɛsɛgɛ',
  notKept: 'An t’a mara.',
  again: 'Cikan wɛrɛ sɛgɛsɛgɛ',
  ask: 'Mɔgɔ ɲininka',
  read: 'Nin kibaruya kalan',
  answer: 'Jaabi',
  item: (number) => `${number} sɛgɛsɛgɛli`,
  unknown: {
    title: 'Nin nimɔrɔ ma bɔ yan',
    text: 'Nin nimɔrɔ ma bɔ yan. O tɛ a fɔ ko nkalon don : an t’a dɔn. A sɛgɛsɛgɛ kokura.',
  },
  states: {
    valid: (publisher) => `Awɔ, nin kibaruya bɔra ${publisher} yɔrɔ.`,
    corrected: (publisher) => `Nin sɛbɛn bɔra ${publisher} yɔrɔ, nka a kɔrɔla. Sɛbɛn kura bɛ yen.`,
    withdrawn: (publisher) => `Nin sɛbɛn bɔra ${publisher} yɔrɔ. A dabilala, kana a ci mɔgɔ wɛrɛw ma.`,
    broken: keptFr(
      'Ne te fie pas à cette page : ce qui est gardé ici ne correspond plus à sa signature. L’équipe en est avertie.',
    ),
  },
  newer: () => 'Sɛbɛn kura kalan',
  older: (version) => `Sɛbɛn kɔrɔ kalan (${version})`,
  demo: keptFr('Ceci est un exemple pour essayer. Ce n’est pas une vraie publication.'),
  proof: {
    title: keptFr('La preuve'),
    text: keptFr(
      'Chaque version est signée et inscrite dans un journal public. Changer une seule lettre se voit.',
    ),
    at: 'Don',
    place: keptFr('Place dans le journal'),
    hash: keptFr('Empreinte'),
    key: keptFr('Clé'),
    signature: keptFr('Signature'),
    hands: 'Mɔgɔ kelen y’a sɛbɛn, mɔgɔ wɛrɛ y’a sɛgɛsɛgɛ.',
    file: keptFr('Télécharger la preuve'),
    keys: keptFr('Les clés de l’éditeur'),
    log: keptFr('Tout le journal'),
    offline: keptFr('Avec ce fichier, « benkan verify » vérifie tout sans connexion.'),
  },
  qr: {
    title: keptFr('Montrer cette page'),
    text: keptFr('Scanne ce carré avec un téléphone : il ouvre cette page.'),
    alt: (address) => keptFr(`Code QR qui mène à ${address}`),
  },
};
