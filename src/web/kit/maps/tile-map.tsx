import type { VNode } from 'preact';
import { useLang, useWords } from '../language-context.ts';
import { inARow, labelled } from '../languages.ts';
import { stepOf } from '../step-of.ts';
import type { Area } from './areas.ts';
import { MapLegend, mostOf } from './map-legend.tsx';
import { MAPS } from './texts.ts';
import { TILES } from './tiles.ts';

interface TileMapProps {
  /** What is drawn; screen readers say it with all values in one go. */
  title: string;
  areas: readonly Area[];
  /** Name of a region nobody answered from. */
  nameOf: (slug: string) => string;
}

/**
 * The 20 regions as tiles of one size: Bamako is as large as Taoudénit, as its people are many. A table with the same
 * numbers must stand beside it; areas that are no region of today stand there alone (`offTheMap`).
 */
export function TileMap({ title, areas, nameOf }: TileMapProps): VNode {
  const { nobody } = useWords(MAPS);
  const lang = useLang();
  const known = new Map(areas.map((area) => [area.slug, area]));
  const tiles = TILES.map((tile) => ({
    ...tile,
    ...(known.get(tile.slug) ?? { name: nameOf(tile.slug), share: 0, value: nobody }),
  }));
  const most = mostOf(tiles);
  const words = tiles.map(({ name, value }) => `${name}, ${value}`);
  return (
    <div class="map">
      <div class="tiles" role="img" aria-label={`${title} ${inARow(words, lang)}.`}>
        {tiles.map(({ slug, short, name, column, row, share, value }) => {
          const look = share === null ? 'hatched' : `shade-${String(stepOf(share, most.share))}`;
          return (
            <div
              key={slug}
              class={`tile tile-column-${String(column)} tile-row-${String(row)} ${look}`}
              title={`${labelled(name, lang)} ${value}`}
            >
              <span class="tile-name">
                <span class="tile-short">{short}</span>
                <span class="tile-long">{name}</span>
              </span>
              <span class="tile-value">{share === null || share > 0 ? valueOn(share, value) : '–'}</span>
            </div>
          );
        })}
      </div>
      <MapLegend most={most.value} hidden={tiles.some(({ share }) => share === null)} />
    </div>
  );
}

/** A word is too long for a tile: its stripes say that something is hidden. */
const valueOn = (share: number | null, value: string): string =>
  share === null && value.length > LONGEST ? '' : value;

const LONGEST = 5;
