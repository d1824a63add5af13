import { readAsset } from '../../../web/kit/index.ts';

/** Style sheets of the pages about flows, served by the staff site. */
export const flowStyles = [
  readAsset('flow-map', new URL('../map/map.css', import.meta.url)),
  readAsset('flows', new URL('./flows.css', import.meta.url)),
];
