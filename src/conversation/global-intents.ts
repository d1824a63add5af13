import { GLOBAL_INTENTS, type GlobalIntent, type Intent } from '../domain/language.ts';

/** A word that wins at every step, whoever has the talk. */
export const isGlobal = (intent: Intent): intent is GlobalIntent => GLOBAL.has(intent);

const GLOBAL: ReadonlySet<string> = new Set(GLOBAL_INTENTS);
