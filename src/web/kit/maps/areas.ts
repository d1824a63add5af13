import { TILES } from './tiles.ts';

/** A region, or a historic unit, with what is known of it. */
export interface Area {
  slug: string;
  name: string;
  /** What shades it, 0 to 1; `null` is hidden and hatched. */
  share: number | null;
  /** In words: `12 %`, `< 5`, "masqué". */
  value: string;
}

/** Areas that stand on no map, such as what an older list had: a page names them beside it. */
export const offTheMap = (areas: readonly Area[]): Area[] =>
  areas.filter(({ slug }) => !TILES.some((tile) => tile.slug === slug));

/**
 * The regions as the nine historic units they were made of. A unit with a hidden region is hidden: what is shown says
 * nothing that the regions did not say.
 * @param say a share in words
 * @param hidden the word for what is hidden
 */
export function unitsOf(
  areas: readonly Area[],
  nameOf: (slug: string) => string,
  say: (share: number) => string,
  hidden: string,
): Area[] {
  const slugs = [...new Set(TILES.map(({ unit }) => unit))];
  return slugs.map((slug) => {
    const within = TILES.filter(({ unit }) => unit === slug).map((tile) => tile.slug);
    const shares = areas.filter((area) => within.includes(area.slug)).map(({ share }) => share);
    const share = shares.reduce<number | null>(
      (sum, one) => (sum === null || one === null ? null : sum + one),
      0,
    );
    return { slug, name: nameOf(slug), share, value: share === null ? hidden : say(share) };
  });
}
