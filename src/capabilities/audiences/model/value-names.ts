import type { Field } from './audience.ts';
import type { PageLang, ValueName } from './words.ts';

/** What values are called on pages; a place by the name the house knows it by, anything else as it is. */
export const valueNames =
  (placeName: (slug: string) => string | undefined): ValueName =>
  (field, value, lang) => {
    if (PLACES.has(field)) return placeName(value) ?? value;
    if (field === 'answer') return value.replace(':', ' = ');
    return NAMES[lang][field]?.[value] ?? value;
  };

const PLACES: ReadonlySet<Field> = new Set(['region', 'cercle', 'commune']);

const CHANNELS = {
  telegram: 'Telegram',
  'whatsapp-cloud': 'WhatsApp',
  'whatsapp-web': 'WhatsApp (session)',
  sms: 'SMS',
};

type Names = Partial<Record<Field, Readonly<Record<string, string>>>>;

const NAMES: Readonly<Record<PageLang, Names>> = {
  fr: {
    lang: { fr: 'français', bm: 'bambara' },
    channel: { ...CHANNELS, web: 'discussion web', demo: 'démonstration' },
    sex: { femme: 'femmes', homme: 'hommes' },
    age: { '15-17': '15 à 17 ans', '18-24': '18 à 24 ans', '25-35': '25 à 35 ans', '36': '36 ans et plus' },
    theme: {
      accord: 'Accord',
      dialogue: 'Dialogue',
      charte: 'Charte',
      reconciliation: 'Réconciliation',
      institutions: 'Institutions et lois',
      securite: 'Sécurité',
      voisins: 'Pays voisins et partenaires',
    },
  },
  en: {
    lang: { fr: 'French', bm: 'Bambara' },
    channel: { ...CHANNELS, web: 'web chat', demo: 'demonstration' },
    sex: { femme: 'women', homme: 'men' },
    age: { '15-17': '15 to 17', '18-24': '18 to 24', '25-35': '25 to 35', '36': '36 and over' },
    theme: {
      accord: 'Agreement',
      dialogue: 'Dialogue',
      charte: 'Charter',
      reconciliation: 'Reconciliation',
      institutions: 'Institutions and laws',
      securite: 'Security',
      voisins: 'Neighbouring countries and partners',
    },
  },
};
