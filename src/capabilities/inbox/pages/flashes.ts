import { eachLang, type InLangs } from '../../../web/kit/index.ts';
import { INBOX } from './texts.ts';
import type { InboxTexts } from './texts.fr.ts';

/** A word of the menu, in every language. */
export const labelled = (key: 'menu' | 'about'): InLangs<string> => eachLang(INBOX, (texts) => texts[key]);

export type ThreadFlash = keyof InboxTexts['flashes'];

/** What the page of a thread may say after something was done. */
export const THREAD_FLASHES = Object.fromEntries(
  (Object.keys(INBOX.fr.flashes) as ThreadFlash[]).map((key) => [
    key,
    { tone: 'success' as const, text: eachLang(INBOX, ({ flashes }) => flashes[key]) },
  ]),
);
