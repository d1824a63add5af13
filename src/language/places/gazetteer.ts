import type { Place, Region } from '../../domain/place.ts';
import { foldSafe } from '../folding/fold.ts';
import { tidy } from '../folding/tidy.ts';
import { COMMUNES_OF_BAMAKO } from './bamako.ts';
import { CERCLES } from './cercles.ts';
import { COMMUNES } from './communes.ts';
import { REGIONS } from './regions.ts';
import type { CercleRow } from './rows.ts';

/** The regions, for lists and figures. */
export const REGION_LIST: readonly Region[] = REGIONS.map(({ slug, name }) => ({ slug, name }));

type Named = readonly [name: string, place: Place];

export const REGION_NAMES: readonly Named[] = REGIONS.flatMap(({ slug, name, aliases }) =>
  named([name, ...aliases], { slug, name, region: slug }),
);

const cerclePlaces = new Map(
  [...CERCLES.map(placeOf), ...COMMUNES_OF_BAMAKO].map((place) => [place.slug, place]),
);

/** The cercles, and the communes of Bamako. */
export const CERCLE_LIST: readonly Place[] = [...cerclePlaces.values()];

export const CERCLE_NAMES: readonly Named[] = CERCLES.flatMap((row) =>
  named([row.name, ...row.aliases], placeOf(row)),
);

/** Communes and quarters that stand for their cercle or their commune of Bamako. */
export const COMMUNE_NAMES: readonly Named[] = COMMUNES.flatMap(({ name, cercle }) => {
  const place = cerclePlaces.get(cercle);
  return place === undefined ? [] : named([name], place);
});

function named(names: readonly string[], place: Place): Named[] {
  return names.map((name) => [name, place] as const);
}

function placeOf(row: CercleRow): Place {
  return { slug: slugOf(row), name: row.name, region: row.region };
}

/** `gao/tin-aouker`: our own, from the name. */
function slugOf({ region, name }: CercleRow): string {
  return `${region}/${foldSafe(tidy(name)).replaceAll(' ', '-')}`;
}
