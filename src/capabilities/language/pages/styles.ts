import { existsSync } from 'node:fs';
import { type Asset, readAsset } from '../../../web/kit/index.ts';

/** Style sheet of the pages of languages, served by the staff site. */
export const languageStyles = [readAsset('language', new URL('./language.css', import.meta.url))];

/** The recorder, as the build bundled it; before any build the pages go without it, as in a browser without scripts. */
export const languageScripts: readonly Asset[] = builtScript([
  new URL('../../../web/assets/recorder.js', import.meta.url),
  // From the sources.
  new URL('../../../../dist/web/assets/recorder.js', import.meta.url),
]);

function builtScript(places: readonly URL[]): Asset[] {
  const file = places.find((place) => existsSync(place));
  return file === undefined ? [] : [readAsset('recorder', file)];
}
