/**
 * How French reads a word out, as far as number words need it: *swasante*, *soissante* and "soixante" are one, and so
 * are *vint*, *ving* and "vingt". Takes safe folding; `undefined` for a word too short to tell from others by ear.
 */
export function frenchSound(safe: string): string | undefined {
  if (safe.length < MIN_LETTERS) return undefined;
  return SPOKEN.reduce((word, [written, heard]) => word.replace(written, heard), safe);
}

/** "ses" is not "seize", "vin" not always "vingt": what is shorter stands in the table of words, or is none. */
const MIN_LETTERS = 4;

/** In this order. Capitals are the three nasal vowels. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/[sx]$/u, ''],
  [/x/gu, 's'],
  [/z/gu, 's'],
  [/ph/gu, 'f'],
  [/h/gu, ''],
  [/qu?|c(?![eiy])/gu, 'k'],
  [/c/gu, 's'],
  [/oua|oi/gu, 'wa'],
  [/ou/gu, 'u'],
  [/(.)\1/gu, '$1'],
  [/(?:ain|ein|in|im)(?![aeiouy])/gu, 'I'],
  [/[ae][nm](?![aeiouy])/gu, 'A'],
  [/o[nm](?![aeiouy])/gu, 'O'],
  [/ai|ei/gu, 'e'],
  [/e$/u, ''],
  [/pt/gu, 't'],
  [/(?<=t)r$/u, ''],
  [/[dtpg]+$/u, ''],
];
