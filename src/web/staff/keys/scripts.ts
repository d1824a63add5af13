import { existsSync } from 'node:fs';
import { type Asset, readAsset } from '../../kit/index.ts';

/** Speaks to security keys; before any build pages go without it, as they do in a browser without scripts. */
export const keyScripts: readonly Asset[] = builtScript([
  new URL('../../assets/keys.js', import.meta.url),
  // From the sources.
  new URL('../../../../dist/web/assets/keys.js', import.meta.url),
]);

function builtScript(places: readonly URL[]): Asset[] {
  const file = places.find((place) => existsSync(place));
  return file === undefined ? [] : [readAsset('keys', file)];
}
