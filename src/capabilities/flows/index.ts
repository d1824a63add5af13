export { mapFile } from './map/map-file.ts';
