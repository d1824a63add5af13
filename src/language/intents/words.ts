import type { Intent } from '../../domain/language.ts';
import { GLOBAL_WORDS } from './global-words.ts';
import { LOCAL_WORDS } from './local-words.ts';
import { type Said, says } from './said.ts';

/**
 * What a citizen types, whole utterances, in official spelling: `fr` and `bm` (the glossary's terms and plain forms
 * of them). Case, accents, apostrophes, French-like spelling, doubled letters and endings come from the folding, never
 * from here.
 */
export const INTENT_WORDS: Readonly<Record<Intent, Said>> = { ...GLOBAL_WORDS, ...LOCAL_WORDS };

/**
 * Sounds like yes and like no without its tones or its *h*, or a "no" with a question: asked, never guessed.
 * Listed under both meanings.
 */
export const YES_OR_NO: readonly string[] = [
  'ɔnɔn',
  'ɔnn ɔnn',
  'ayi wa',
  'oui et non',
  'oui ou non',
  'oui non',
  'hon hon',
  'hun hun',
  'han han',
];

/** Said around a yes or a no, and neither itself. */
export const AROUND_YES_NO: readonly string[] = says(`
  svp | stp | s'il vous plaît | s'il te plaît | merci | merci beaucoup | monsieur | madame | chef | ah | eh | oh | euh |
  hein | ben | bon | alors | vraiment | deh | dɛ | kɛ | sa | sabali | hakɛ to | aw ni ce | i ni ce`);

/** Commands of the platforms (`/aide`, `/aide@bot rest`), as CONTRACT fixes them. */
export const COMMANDS: ReadonlyMap<string, Intent> = new Map([
  ['start', 'menu'],
  ['menu', 'menu'],
  ['aide', 'help'],
  ['help', 'help'],
  ['langue', 'language'],
  ['stop', 'stop'],
  ['nouvelles', 'news'],
  ['sondage', 'survey'],
  ['volontaire', 'volunteer'],
  ['activites', 'events'],
  ['verif', 'check'],
  ['signaler', 'report'],
  ['donnees', 'my_data'],
  ['effacer', 'erase'],
]);
