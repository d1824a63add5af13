export { defaultCacheDir } from './binary/cache.ts';
export { type Embedded, type EmbeddedSettings, startEmbedded } from './start.ts';
export { runningEmbedded } from './running.ts';
export type { Ended } from './mongod/supervise.ts';
