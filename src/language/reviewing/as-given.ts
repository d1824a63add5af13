import type { Locale, LocaleText } from '../speaking/locale-text.ts';
import { placeholdersOf } from '../speaking/placeholders.ts';

type Words = ReadonlyMap<string, ReadonlyMap<string, Pick<LocaleText, 'text'>>>;

/**
 * A language as it is published, with what its files know of the very same words: one that says others there has no source,
 * and nobody has reviewed it.
 */
export const asGiven = (given: Words, files: Locale | undefined): Locale =>
  new Map(
    Array.from(given)
      // Older versions that talks still run are nobody's to review.
      .filter(([flow]) => !flow.includes('@'))
      .map(([flow, texts]) => [
        flow,
        new Map(Array.from(texts, ([key, { text }]) => [key, known(text, files?.get(flow)?.get(key))])),
      ]),
  );

function known(text: string, file: LocaleText | undefined): LocaleText {
  if (file?.text === text) return file;
  const placeholders = placeholdersOf(text) ?? [];
  return { text, placeholders, reviewed: false, file: file?.file ?? '', line: file?.line ?? 0 };
}
