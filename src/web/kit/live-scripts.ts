import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Asset, readAsset } from './assets.ts';

/**
 * htmx and what listens, as one file, for pages with a `Live` part. Before any build pages go without it, as they do in
 * a browser without scripts.
 */
export const liveScripts: readonly Asset[] = scripts([
  new URL('../assets/live.js', import.meta.url),
  // From the sources.
  new URL('../../../dist/web/assets/live.js', import.meta.url),
]);

function scripts(places: readonly URL[]): Asset[] {
  const listens = places.find((place) => existsSync(place));
  if (listens === undefined) return [];
  const htmx = pathToFileURL(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'));
  return [readAsset('live', htmx, listens)];
}
