import path from 'node:path';
import { PRODUCT_ROOT } from '../app/settings.ts';

/** Where flows and texts are read from: what comes with Benkan, or the campaign's own. */
export function places(env: NodeJS.ProcessEnv = process.env): { flowsDir: string; localesDir: string } {
  return { flowsDir: folder(env['FLOWS_DIR'], 'flows'), localesDir: folder(env['LOCALES_DIR'], 'locales') };
}

/** An empty value counts as not set, as `.env` files have it. */
const folder = (given: string | undefined, name: string): string =>
  given === undefined || given === '' ? path.join(PRODUCT_ROOT, name) : path.resolve(given);
