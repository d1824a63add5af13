import type { Theme } from '../../updates/index.ts';
import { type Confidence, type Milestone, NATIONAL, type Phase } from './milestone.ts';

const shipped = (
  date: string,
  confidence: Confidence,
  phase: Phase,
  theme: Theme,
  source: string,
  texts: Milestone['texts'],
): Milestone => ({
  ...{ key: `m-${date}`, date, confidence, phase, theme, source, texts },
  ...{ place: NATIONAL, link: '', verified: false, demo: false },
});

/**
 * The milestones that come with Benkan, as public sources have them, each with its source and how sure it is; in the
 * order of the days. They are facts compiled from the press: two people of the campaign verify them, and until then they
 * are said to be unverified. Bambara where the words are attested, else French, and it is said so.
 */
export const SHIPPED: readonly Milestone[] = [
  shipped(
    '2015-06-20',
    'provisional',
    'accord',
    'accord',
    'eurasia.ro 2015-03-02 ; dates de signature à confirmer',
    {
      fr: 'L’Accord pour la paix et la réconciliation au Mali, du processus d’Alger, est signé à Bamako. Il avait été paraphé le 1er mars 2015. Signature finale : mai et juin 2015.',
    },
  ),
  shipped('2017-03-27', 'sourced', 'accord', 'reconciliation', 'maliweb.net 2356402', {
    fr: 'La Conférence d’entente nationale a lieu, du 27 mars au 2 avril 2017.',
    bm: 'Bɛn lajɛba daminɛna san 2017 marisikalo tile 27. A dabilala awirilikalo tile 2.',
  }),
  shipped('2017-04-28', 'sourced', 'accord', 'reconciliation', 'maliweb.net', {
    fr: 'Le décret 2017/0367 crée la Mission d’appui à la réconciliation nationale.',
  }),
  shipped('2023-07-22', 'sourced', 'accord', 'institutions', 'abamako.com 284819', {
    fr: 'La nouvelle Constitution est promulguée. Son article 31 fait des langues nationales les langues officielles.',
    bm: 'Mali ka sariyasunba kura daminɛna san 2023 zuluyekalo tile 22.',
  }),
  shipped('2023-12-31', 'sourced', 'dialogue', 'voisins', 'africalibertynews ; euronewstop', {
    fr: 'La MINUSMA ferme. Un dialogue direct entre Maliens est annoncé.',
    bm: 'MINUSMA ka baara dabilala Mali la san 2023 desanburukalo tile 31.',
  }),
  shipped('2024-01-25', 'sourced', 'dialogue', 'accord', 'maliactu ; Le Figaro/AFP via 5rmi', {
    fr: 'Le gouvernement de transition met fin à l’accord d’Alger, avec effet immédiat.',
    bm: 'San 2024 zanwuyekalo tile 25, cɛmancɛlafanga ye Alger bɛnkansɛbɛn dabila.',
  }),
  shipped(
    '2024-05-10',
    'sourced',
    'dialogue',
    'dialogue',
    'leconomistedumali ; malibook ; studiotamani 162743',
    {
      fr: 'Le dialogue inter-malien s’achève : phase nationale du 6 au 10 mai 2024, communes dès le 13 avril, régions du 20 au 22 avril.',
      bm: 'Malidenw ka kumaɲɔgɔnya daminɛna kominiw la awirilikalo tile 13 san 2024. A dabilala mɛkalo tile 10.',
    },
  ),
  shipped('2024-12-10', 'sourced', 'charte', 'charte', 'maliweb.net 3102601', {
    fr: 'Le décret 2024-0714 crée la commission qui rédige la Charte pour la paix et la réconciliation.',
  }),
  shipped('2025-01-29', 'sourced', 'charte', 'voisins', 'podiumnews ; fatunetwork 2024-12-23', {
    fr: 'La sortie du Mali de la CEDEAO prend effet.',
    bm: 'Mali bɔra CEDEAO la san 2025 zanwuyekalo tile 29.',
  }),
  shipped('2025-07-22', 'sourced', 'charte', 'charte', 'sahelien ; sahel-intelligence 39341', {
    fr: 'La Charte nationale pour la paix et la réconciliation est remise. Elle compte 106 articles.',
  }),
  shipped('2025-08-07', 'sourced', 'charte', 'charte', 'sahel-intelligence 39596 ; atlasinfo', {
    fr: 'Le Conseil national de transition adopte la Charte.',
  }),
];
