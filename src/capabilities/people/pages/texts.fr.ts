/** What staff read of people, in French. Another language is another object of this type. */
export const PEOPLE_FR = {
  title: 'Comptes reliés',
  several: (n: number): string =>
    `${String(n)} personnes écrivent avec plusieurs comptes. Chacune compte pour une seule dans les sondages et les activités.`,
};
