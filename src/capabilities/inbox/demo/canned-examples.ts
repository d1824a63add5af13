import type { CannedForm } from '../ports.ts';

/** Canned replies of the demonstration. In Bambara only with words of the glossary, and not where it has none. */
export const CANNED_EXAMPLES = {
  place: {
    title: 'Lieu et heure (exemple)',
    texts: {
      fr: 'Le lieu et l’heure de chaque activité sont dans « activités ». La participation est gratuite.',
    },
  },
  received: {
    title: 'Bien reçu (exemple)',
    texts: {
      fr: 'Merci pour ton message. Une personne de l’équipe te répond demain.',
      bm: 'I ni ce ! I ka cikan sɔrɔla. Mɔgɔ dɔ bɛ jaabi ci i ma sini.',
    },
  },
  tomorrow: {
    title: 'Je me renseigne (exemple)',
    texts: {
      fr: 'Je me renseigne et je te réponds ici.',
      bm: 'An bɛ ɲininkali kɛ. An bɛ jaabi ci i ma kɔfɛ.',
    },
  },
} as const satisfies Readonly<Record<string, CannedForm>>;

export type CannedExample = keyof typeof CANNED_EXAMPLES;
