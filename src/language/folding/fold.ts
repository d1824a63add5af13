/**
 * The safe level: what is the same word to every reader. Tone marks and accents off, ɛ→e, ɔ→o, ɲ→ny, ŋ→ng, œ→oe,
 * apostrophes closed up, other punctuation a space. Takes what `tidy` or `bare` gave.
 */
export function foldSafe(tidied: string): string {
  if (PLAIN_WORDS.test(tidied)) return tidied;
  return tidied
    .normalize('NFD')
    .replace(/[\p{M}']/gu, '')
    .replace(/[ɛɔɲŋœæ]/gu, (letter) => PLAIN_KEYBOARD[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The French-like level: Bambara as school French would spell it, and French by ear. Takes what {@link foldSafe} gave.
 * Never rewrites ny→ɲ or ng→ŋ: *hɔrɔnya* and *bange* are right as they stand.
 */
export function foldFrenchLike(safe: string): string {
  let folded = safe;
  // One rule can make room for another (quh→kh→g); each shortens the word or removes a "gn", so this ends.
  for (;;) {
    const next = FRENCH_LIKE.reduce((text, [pattern, plain]) => text.replace(pattern, plain), folded);
    if (next === folded) return folded;
    folded = next;
  }
}

/** Combining tone marks off, letters kept: *kɔ́* is *kɔ*, and still not *ko*. */
export const foldTones = (tidied: string): string =>
  PLAIN_WORDS.test(tidied)
    ? tidied
    : tidied
        .normalize('NFD')
        .replace(/[\u0300\u0301\u0302\u030c]/gu, '')
        .normalize('NFC');

const PLAIN_WORDS = /^[a-z0-9]*(?: [a-z0-9]+)*$/u;
const PLAIN_KEYBOARD: Readonly<Record<string, string>> = {
  ɛ: 'e',
  ɔ: 'o',
  ɲ: 'ny',
  ŋ: 'ng',
  œ: 'oe',
  æ: 'ae',
};

const FRENCH_LIKE: readonly (readonly [RegExp, string])[] = [
  [/(\p{L})\1+/gu, '$1'],
  [/ou(?=[aeiou])/gu, 'w'],
  [/ou/gu, 'u'],
  [/tch|ch|ti(?=[aeou])/gu, 'c'],
  [/dj/gu, 'j'],
  [/gn/gu, 'ny'],
  [/gu(?=[ei])/gu, 'g'],
  [/kh/gu, 'g'],
  [/qu/gu, 'k'],
  [/ph/gu, 'f'],
  [/sh/gu, 's'],
];
