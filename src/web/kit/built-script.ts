import { existsSync } from 'node:fs';
import { type Asset, readAsset } from './assets.ts';

/**
 * A browser script as the build bundled it, under `web/assets`; before any build pages go without it, as in a browser
 * without scripts.
 */
export function builtScript(name: string): readonly Asset[] {
  const file = PLACES.map((place) => new URL(`${place}${name}.js`, import.meta.url)).find((each) =>
    existsSync(each),
  );
  return file === undefined ? [] : [readAsset(name, file)];
}

/** Beside what was built, and from the sources. */
const PLACES = ['../assets/', '../../../dist/web/assets/'];
