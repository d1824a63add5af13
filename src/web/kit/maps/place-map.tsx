import type { VNode } from 'preact';
import { useLang, useWords } from '../language-context.ts';
import { type Area, offTheMap, unitsOf } from './areas.ts';
import { MAPS } from './texts.ts';
import { TileMap } from './tile-map.tsx';
import { UnitsMap } from './units-map.tsx';

interface PlaceMapProps {
  title: string;
  areas: readonly Area[];
  nameOf: (slug: string) => string;
  /** A share in words. */
  say: (share: number) => string;
}

/** Results by region: the tiles, and the historic units on request. Their table stands beside it. */
export function PlaceMap({ title, areas, nameOf, say }: PlaceMapProps): VNode {
  const texts = useWords(MAPS);
  const off = offTheMap(areas).map(({ name }) => name);
  return (
    <div>
      <TileMap title={title} areas={areas} nameOf={nameOf} />
      {off.length === 0 ? null : (
        <p class="map-note">{texts.offMap(new Intl.ListFormat(useLang()).format(off))}</p>
      )}
      <details class="map-units">
        <summary>{texts.units}</summary>
        <p class="map-note">{texts.unitsWhat}</p>
        <UnitsMap title={title} areas={unitsOf(areas, nameOf, say, texts.hidden)} />
      </details>
    </div>
  );
}
