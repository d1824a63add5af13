import { REGION_LIST } from '../language/index.ts';

const REGIONS = new Map(REGION_LIST.map(({ slug, name }) => [slug, name]));

/** A region's name by its slug. */
export const placeName = (slug: string): string | undefined => REGIONS.get(slug);
