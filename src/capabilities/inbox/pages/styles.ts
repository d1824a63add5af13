import { existsSync } from 'node:fs';
import { type Asset, readAsset } from '../../../web/kit/index.ts';

/** Style sheet of the inbox. */
export const inboxStyles = [readAsset('inbox', new URL('./inbox.css', import.meta.url))];

/** What counts characters and tells the others that somebody writes; without it the form is a form. */
export const composerScripts: readonly Asset[] = builtScript([
  new URL('../../../web/assets/composer.js', import.meta.url),
  // From the sources.
  new URL('../../../../dist/web/assets/composer.js', import.meta.url),
]);

function builtScript(places: readonly URL[]): Asset[] {
  const file = places.find((place) => existsSync(place));
  return file === undefined ? [] : [readAsset('composer', file)];
}
