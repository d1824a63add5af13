import { NATIONAL, NO_TEXT, type UpdateContent, type UpdateText } from '../model/content.ts';
import type { Theme } from '../model/themes.ts';
import type { Tier } from '../model/tiers.ts';

/** A milestone of the peace process, as public sources have it. */
export interface Milestone {
  date: string;
  theme: Theme;
  /** Provisional ones, and those of a single source, are to be confirmed; nothing here was checked by two people. */
  tier: Extract<Tier, 'two_sources' | 'to_confirm' | 'denied'>;
  source: string;
  fr: readonly [title: string, first: string, second?: string];
  /** From the words of the glossary, a draft until reviewed; `kept`: the glossary does not reach, French is shown. */
  bm: readonly [title: string, first: string] | 'kept';
}

/** The content of a milestone in every language it has words for. */
export const contentOf = (milestone: Milestone, reviewBy: string): UpdateContent => ({
  ...{ date: milestone.date, place: NATIONAL, theme: milestone.theme, tier: milestone.tier },
  texts: { fr: textOf(milestone.fr), bm: milestone.bm === 'kept' ? NO_TEXT : textOf(milestone.bm) },
  source: { title: milestone.source, url: '', sha256: '' },
  funding: 'Exemple de démonstration',
  reviewBy,
});

const textOf = ([title, first, second = '']: readonly [string, string, string?]): UpdateText => ({
  ...NO_TEXT,
  ...{ title, first, second },
});

/** In the order of the events. */
export const MILESTONES: readonly Milestone[] = [
  {
    date: '2015-06-20',
    theme: 'accord',
    tier: 'to_confirm',
    source: 'eurasia.ro, 2 mars 2015 ; dates de signature à confirmer',
    fr: [
      'L’accord d’Alger est signé à Bamako',
      'L’Accord pour la paix et la réconciliation au Mali vient du processus d’Alger. Il a été paraphé le 1er mars 2015.',
      'Sa signature finale a eu lieu à Bamako entre mai et juin 2015. Les dates exactes restent à confirmer.',
    ],
    bm: 'kept',
  },
  {
    date: '2017-03-27',
    theme: 'reconciliation',
    tier: 'to_confirm',
    source: 'maliweb.net, article 2356402',
    fr: [
      'La Conférence d’entente nationale se tient',
      'La Conférence d’entente nationale a eu lieu du 27 mars au 2 avril 2017.',
    ],
    bm: [
      'Bɛn lajɛba kɛra',
      'Bɛn lajɛba daminɛna san 2017 marisikalo tile 27. A dabilala awirilikalo tile 2.',
    ],
  },
  {
    date: '2017-04-28',
    theme: 'reconciliation',
    tier: 'to_confirm',
    source: 'maliweb.net',
    fr: [
      'Une mission pour la réconciliation est créée',
      'Le décret 2017/0367 crée la Mission d’appui à la réconciliation nationale.',
    ],
    bm: 'kept',
  },
  {
    date: '2023-07-22',
    theme: 'institutions',
    tier: 'to_confirm',
    source: 'abamako.com, article 284819',
    fr: [
      'La nouvelle Constitution est promulguée',
      'La nouvelle Constitution du Mali est promulguée le 22 juillet 2023.',
      'Son article 31 fait des langues nationales les langues officielles.',
    ],
    bm: ['Sariyasunba kura daminɛna', 'Mali ka sariyasunba kura daminɛna san 2023 zuluyekalo tile 22.'],
  },
  {
    date: '2023-12-31',
    theme: 'voisins',
    tier: 'two_sources',
    source: 'africalibertynews ; euronewstop',
    fr: [
      'La MINUSMA ferme',
      'La mission des Nations unies au Mali, la MINUSMA, ferme le 31 décembre 2023.',
      'Un dialogue direct entre Maliens est annoncé.',
    ],
    bm: ['MINUSMA ka baara dabilala', 'MINUSMA ka baara dabilala Mali la san 2023 desanburukalo tile 31.'],
  },
  {
    date: '2024-01-25',
    theme: 'accord',
    tier: 'two_sources',
    source: 'maliactu ; Le Figaro/AFP via 5rmi',
    fr: [
      'La transition met fin à l’accord d’Alger',
      'Le gouvernement de transition met fin à l’accord d’Alger, avec effet immédiat.',
    ],
    bm: ['Bɛnkansɛbɛn dabilala', 'San 2024 zanwuyekalo tile 25, cɛmancɛlafanga ye Alger bɛnkansɛbɛn dabila.'],
  },
  {
    date: '2024-05-10',
    theme: 'dialogue',
    tier: 'two_sources',
    source: 'leconomistedumali ; malibook ; studiotamani 162743',
    fr: [
      'Le dialogue inter-malien s’achève',
      'La phase nationale du dialogue inter-malien a eu lieu du 6 au 10 mai 2024.',
      'Les communes avaient commencé le 13 avril, les régions du 20 au 22 avril.',
    ],
    bm: [
      'Malidenw ka kumaɲɔgɔnya',
      'Malidenw ka kumaɲɔgɔnya daminɛna kominiw la awirilikalo tile 13 san 2024. A dabilala mɛkalo tile 10.',
    ],
  },
  {
    date: '2024-12-10',
    theme: 'charte',
    tier: 'to_confirm',
    source: 'maliweb.net, article 3102601',
    fr: [
      'Une commission va rédiger la charte',
      'Le décret 2024-0714 crée la commission qui rédige la Charte pour la paix et la réconciliation.',
    ],
    bm: 'kept',
  },
  {
    date: '2025-01-29',
    theme: 'voisins',
    tier: 'two_sources',
    source: 'podiumnews ; fatunetwork, 23 décembre 2024',
    fr: ['Le Mali sort de la CEDEAO', 'La sortie du Mali de la CEDEAO prend effet le 29 janvier 2025.'],
    bm: ['Mali bɔra CEDEAO la', 'Mali bɔra CEDEAO la san 2025 zanwuyekalo tile 29.'],
  },
  {
    date: '2025-07-22',
    theme: 'charte',
    tier: 'two_sources',
    source: 'sahelien ; sahel-intelligence 39341',
    fr: [
      'La Charte nationale pour la paix est remise',
      'La Charte nationale pour la paix et la réconciliation est remise. Elle compte 106 articles.',
    ],
    bm: 'kept',
  },
  {
    date: '2025-08-07',
    theme: 'charte',
    tier: 'two_sources',
    source: 'sahel-intelligence 39596 ; atlasinfo',
    fr: [
      'Le CNT adopte la Charte',
      'Le Conseil national de transition adopte la Charte nationale pour la paix.',
    ],
    bm: 'kept',
  },
  {
    date: '2026-08-03',
    theme: 'securite',
    tier: 'denied',
    source: 'Équipe de Benkan (exemple de démonstration)',
    fr: [
      'Non, Benkan ne demande pas d’argent pour participer',
      'Un message dit qu’il faut payer pour répondre aux sondages. C’est faux : tout est gratuit.',
      'Benkan ne demande jamais d’argent, de code ni de mot de passe.',
    ],
    bm: 'kept',
  },
];
