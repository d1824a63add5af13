import { keptFr, type PublicWords } from '../../web/public/index.ts';
import type { ABOUT_FR } from './words.fr.ts';

/** Composed of words the glossary attests, and of sentences of `locales/bm`; awaits a native reviewer. */
export const ABOUT_BM: PublicWords<typeof ABOUT_FR> = {
  menu: 'Benkan',
  title: 'Benkan ye jɔn ye, a bɛ mun mara',
  about: 'Benkan ye jɔn ye, a bɛ mun mara',
  who: {
    title: 'An ye jɔn ye',
    runs: (name) => `Benkan ɲɛmɔgɔ : ${name}.`,
    paid: keptFr('Qui paie est écrit sous chaque nouvelle. Les dernières ont été payées par :'),
    paidUnknown: 'Wari bɔyɔrɔ sɛbɛnna kibaruya bɛɛ la.',
  },
  agreed: { title: keptFr('Ce que nous te disons avant de commencer'), lead: 'An b’a fɔ nin cogo la :' },
  verified: {
    title: 'Kibaruya sɛgɛsɛgɛli',
    two: 'Mɔgɔ kelen b’a sɛbɛn, mɔgɔ wɛrɛ b’a sɛgɛsɛgɛ.',
    signed: keptFr('Chaque version est signée et gardée dans un registre que tout le monde peut contrôler.'),
    check: 'Cikan dɔ sɛgɛsɛgɛ',
  },
  stop: {
    title: 'K’a dabila, ka bɛɛ jɔsi',
    stop: 'N’i bɛ fɛ k’a dabila, « a dabila » sɛbɛn.',
    data: 'N’i bɛ fɛ ka i ka kunnafoniw dɔn, « n kunnafoniw » sɛbɛn.',
    erase: 'N’i bɛ fɛ ka bɛɛ jɔsi, « jɔsi » sɛbɛn.',
    lost: keptFr('Si tu n’as plus ce téléphone, demande à l’équipe : elle peut effacer pour toi.'),
    published: keptFr(
      'Un chiffre déjà publié ne change pas : il compte au moins dix personnes et ne dit rien de toi seul.',
    ),
  },
  sees: {
    title: 'Jɔn bɛ se k’i ka cikanw kalan',
    whatsapp: 'Telegram, WhatsApp wali SMS fana bɛ se k’i ka cikanw kalan.',
    sms: keptFr('Un SMS n’est pas protégé : ton opérateur peut le lire.'),
    web: keptFr('La conversation de ce site ne demande ni nom ni numéro.'),
    pages: keptFr('Sur ces pages, nous ne notons pas qui lit. Il n’y a ni compte, ni cookie, ni suivi.'),
    copy: keptFr(
      'Ton appareil peut garder une copie des pages que tu as lues, pour les relire sans réseau. Qui tient ton appareil peut les voir.',
    ),
    forget: keptFr('Pour l’enlever : dans les réglages du navigateur, efface les données de ce site.'),
  },
  stays: {
    title: 'An bɛ mun mara',
    lead: keptFr(
      'Ce tableau est fait du programme lui-même : chaque nuit, ce qui est plus vieux est supprimé.',
    ),
    yours: 'Min bɔra i yɔrɔ',
    rest: keptFr('Tout le reste, pour qui veut tout savoir'),
    what: 'Kunnafoni',
    long: 'Waati',
    asYouWant: keptFr('tant que tu le veux'),
    asNeeded: keptFr('tant que cela sert'),
    days: (n) => `tile ${n}`,
    years: (n) => `san ${n}`,
  },
  names: {
    people: 'I ka kan, i ka sɔnni',
    conversations: 'I ka kuma',
    seen: keptFr('L’empreinte des messages déjà lus'),
    mailboxes: keptFr('Les réponses de la page de discussion'),
    survey_answers: 'I ka jaabiw',
    survey_endings: keptFr('Quels sondages tu as finis'),
    volunteers: 'Yɛrɛbɔ jaabiw',
    volunteer_signups: 'Tɔgɔsɛbɛnw',
    update_subscriptions: keptFr('Ton abonnement aux nouvelles'),
    update_receipts: keptFr('Quelles nouvelles tu as reçues'),
    update_ratings: 'I hakilina kibaruyaw kan',
    citizen_media: 'Kumakan ani fotow',
    inbox_threads: keptFr('Tes conversations avec l’équipe'),
    inbox_entries: 'Jɛkulu ka cikanw',
    explainer_questions: 'I ka ɲininkaliw',
    audience_members: 'I ka mara, i si',
    erasures: keptFr('Qu’un effacement a été fait (sans dire de qui)'),
  },
};
