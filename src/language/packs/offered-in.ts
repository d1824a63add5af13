import type { Pack } from './read-packs.ts';

/** The packs for somebody in `place`, a region or `region/cercle`; none where no place is known. */
export function packsFor(packs: readonly Pack[], place: string | undefined): Pack[] {
  const [region] = place?.split('/') ?? [];
  return region === undefined ? [] : packs.filter(({ regions }) => regions.includes(region));
}
