import { readAsset } from '../assets.ts';

/** The style sheet of maps, for pages that have one. Needs that of charts, whose shades it uses. */
export const mapStyles = readAsset('maps', new URL('./maps.css', import.meta.url));
