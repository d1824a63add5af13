import { CHAT_BM } from './chat-words.bm.ts';
import { CHAT_FR } from './chat-words.fr.ts';
import { inBoth } from './languages.ts';

export const CHAT = inBoth(CHAT_FR, CHAT_BM);

/** Words of the glossary only, which awaits native review: accord, dialogue, confiance. Said to everybody. */
export const MOTTO = 'bɛnkan · kumaɲɔgɔnya · danaya';
