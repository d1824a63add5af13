import { CERCLE_LIST, REGION_LIST } from '../language/index.ts';

const NAMES = new Map(REGION_LIST.map(({ slug, name }) => [slug, name]));

/** A region's name by its slug. */
export const placeName = (slug: string): string | undefined => NAMES.get(slug);

/** The regions alone. */
export const REGIONS: readonly { slug: string; name: string }[] = REGION_LIST;

/** Finer than a region: cercles, and the communes of Bamako, each with its region. */
export const CERCLES: readonly { slug: string; name: string; region: string }[] = CERCLE_LIST;

/** What something can be about, by slug: the regions, then the cercles. */
export const PLACES: readonly { slug: string; name: string }[] = [...REGION_LIST, ...CERCLE_LIST];

const ALL_NAMES = new Map(PLACES.map(({ slug, name }) => [slug, name]));

/** A cercle's name, or a region's. */
export const cercleName = (slug: string): string | undefined => ALL_NAMES.get(slug);
