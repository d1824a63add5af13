/** What staff read of people, in French. */
export const PEOPLE_FR = {
  title: 'Comptes reliés',
  several: (n: number): string =>
    `${String(n)} personnes écrivent avec plusieurs comptes. Chacune compte pour une seule dans les sondages et les activités.`,
};

export type PeopleTexts = typeof PEOPLE_FR;
