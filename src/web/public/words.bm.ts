import { keptFr, type PublicWords } from './languages.ts';
import type { PUBLIC_FR } from './words.fr.ts';

/** Composed of words the glossary attests; awaits a native reviewer. */
export const PUBLIC_BM: PublicWords<typeof PUBLIC_FR> = {
  brand: 'Benkan',
  about: 'An ka kuma bɛn kan Mali la',
  skip: keptFr('Aller au contenu'),
  navigation: 'Sugandiliw',
  chat: 'Kuma ni Benkan ye',
  language: 'Kan',
  feed: keptFr('Suivre les nouvelles dans un lecteur (Atom)'),
  noTracker: keptFr('Sans compte, sans cookie, sans suivi.'),
  tones: { info: 'Kunnafoni', success: 'A kɛra', warning: keptFr('Attention'), error: keptFr('Attention') },
  share: {
    title: 'A ci i teriw ma',
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    facebook: 'Facebook',
    card: 'Ja',
    via: (where) => `A ci : ${where}`,
  },
  refused: {
    back: 'Kibaruyaw kalan',
    reference: keptFr('Référence à donner si tu demandes de l’aide :'),
    titles: {
      400: 'N m’a faamu',
      404: 'Nin ɲɛ tɛ yen',
      405: keptFr('Cela ne se fait pas ici'),
      413: 'Kuma ka ca',
      415: keptFr('Ce format n’est pas lu ici'),
      429: 'Dɔɔnin makɔnɔ, sabali',
      500: 'Gɛlɛya dɔ bɛ an fɛ',
      503: 'Gɛlɛya dɔ bɛ an fɛ',
    },
    advice: {
      400: 'Segin kɔ, sabali.',
      404: 'Kibaruya wɛrɛw bɛ yen.',
      405: keptFr('Ouvre la page par son lien.'),
      413: 'Dɔɔnin sɛbɛn, sabali.',
      415: keptFr('Essaie avec une autre image, ou avec du texte.'),
      429: 'Segin kɔfɛ, sabali.',
      500: 'Segin kɔfɛ, sabali.',
      503: 'Segin kɔfɛ, sabali.',
    },
  },
};
