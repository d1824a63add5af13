import { eachLang, type InLangs, type NoticeTone } from '../kit/index.ts';
import type { StaffPageRoute } from './route.ts';

/** All messages of an area as a page's `flashes`: `flashesIn('success', UPDATES, ({ flashes }) => flashes)`. */
export function flashesIn<Words>(
  tone: NoticeTone,
  words: InLangs<Words>,
  pick: (words: Words) => Readonly<Record<string, string>>,
): NonNullable<StaffPageRoute['flashes']> {
  return Object.fromEntries(
    Object.keys(pick(words.fr)).map((key) => [
      key,
      { tone, text: eachLang(words, (texts) => pick(texts)[key] ?? '') },
    ]),
  );
}
