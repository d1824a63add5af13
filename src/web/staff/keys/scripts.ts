import { type Asset, builtScript } from '../../kit/index.ts';

/** Speaks to security keys. */
export const keyScripts: readonly Asset[] = builtScript('keys');
