import { existsSync } from 'node:fs';
import { type Asset, readAsset } from '../../../web/kit/index.ts';

/** Style sheet of the pages of languages, served by the staff site. */
export const languageStyles = [readAsset('language', new URL('./language.css', import.meta.url))];

/** The recorder, bundled by the build; from sources the pages go without it, as they do in a browser without scripts. */
export const languageScripts: readonly Asset[] = builtScript(
  new URL('../../../web/assets/recorder.js', import.meta.url),
);

function builtScript(file: URL): Asset[] {
  return existsSync(file) ? [readAsset('recorder', file)] : [];
}
