/** Words of lists, in French. */
export const LIST_FR = {
  search: 'Chercher',
  any: 'Tous',
  apply: 'Filtrer',
  clear: 'Tout afficher',
  /** `total` where the list is narrowed. */
  count: (found: string, n: number, total?: string): string =>
    `${found} ${n < 2 ? 'résultat' : 'résultats'}${total === undefined ? '' : ` sur ${total}`}`,
  nothing: 'Rien ne correspond',
  nothingWhat: 'Rien de cette liste ne correspond à ces critères.',
  file: 'Liste en CSV',
  fileFound: 'Ces lignes en CSV',
  pages: 'Pages',
  previous: 'Page précédente',
  next: 'Page suivante',
  pageOf: (page: string, pages: string): string => `Page ${page} sur ${pages}`,
};

export type ListTexts = typeof LIST_FR;
