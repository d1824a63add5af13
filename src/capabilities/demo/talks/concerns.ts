/** What somebody invented wants to tell a person of the team. */
export interface Concern {
  key: string;
  lang: 'fr' | 'bm';
  /** What they write on which days after the demonstration began; first they ask for a person. */
  sittings: readonly { day: number; says: readonly string[] }[];
}

/**
 * The one in danger and those nobody has read yet come first: of a handful of people they are what there is. In Bambara
 * only with words of the glossary.
 */
export const CONCERNS = [
  {
    ...{ key: 'menace', lang: 'fr' },
    sittings: [
      {
        day: 90,
        says: [
          'Des gens menacent mon cousin parce qu’il vient aux réunions.',
          'Il n’ose plus sortir le soir.',
        ],
      },
    ],
  },
  {
    ...{ key: 'heure', lang: 'bm' },
    sittings: [{ day: 90, says: ['I ni ce. Ɲɔgɔnye bɛ kɛ waati jumɛn ?'] }],
  },
  {
    ...{ key: 'association', lang: 'fr' },
    sittings: [
      { day: 88, says: ['Bonjour, notre association voudrait participer. Comment faire ?'] },
      { day: 89, says: ['Nous sommes douze jeunes, et nous avons déjà un terrain.'] },
    ],
  },
  {
    ...{ key: 'quartier', lang: 'fr' },
    sittings: [{ day: 87, says: ['Quand est-ce que vous viendrez dans notre quartier ?'] }],
  },
  {
    ...{ key: 'salle', lang: 'fr' },
    sittings: [
      { day: 85, says: ['Bonjour, où se passe la prochaine activité ?', 'Est-ce qu’il faut payer ?'] },
      { day: 87, says: ['Merci beaucoup, à samedi !'] },
    ],
  },
  {
    ...{ key: 'jeunes', lang: 'bm' },
    sittings: [{ day: 88, says: ['An ka jɛkulu bɛ fɛ ka na. An bɛ se ka na wa ?'] }],
  },
  {
    ...{ key: 'nouvelles', lang: 'fr' },
    sittings: [{ day: 89, says: ['Je ne reçois plus les nouvelles depuis une semaine.'] }],
  },
] as const satisfies readonly Concern[];

export type ConcernKey = (typeof CONCERNS)[number]['key'];
