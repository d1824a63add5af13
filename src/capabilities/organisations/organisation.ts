/** Who works with the house: the ministry's cell, the campaign, the mediators' association, fact-checkers. */
export const ORGANISATION_KINDS = ['cell', 'campaign', 'mediators', 'checkers'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** One organisation. Its name is public; who works there is not. */
export interface Organisation {
  /** Its word in accounts and addresses: a–z, 0–9 and `-`. */
  id: string;
  name: string;
  kind: OrganisationKind;
}

export const MOST_NAME = 80;

/** No control or format characters: a name must not turn the words around it (bidi overrides) or hide. */
export const isOrganisationName = (text: string): boolean => /^[^\p{C}]{2,80}$/u.test(text);

/** The word for an organisation made from its name: `Cellule du ministère` is `cellule-du-ministere`. */
export const organisationId = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
