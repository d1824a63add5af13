export { type Area, offTheMap, unitsOf } from './areas.ts';
export { PlaceMap } from './place-map.tsx';
export { mapStyles } from './styles.ts';
export { TileMap } from './tile-map.tsx';
export { type Tile, TILES } from './tiles.ts';
export { UnitsMap } from './units-map.tsx';
