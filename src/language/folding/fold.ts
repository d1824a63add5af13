/**
 * The safe level: what is the same word to every reader. Tone marks and accents off, ɛ→e, ɔ→o, ɲ→ny, ŋ→ng, œ→oe,
 * apostrophes closed up, other punctuation a space. Takes what `tidy` or `bare` gave.
 */
export function foldSafe(tidied: string): string {
  if (PLAIN_WORDS.test(tidied)) return tidied;
  if (!COMMON_WORDS.test(tidied)) return lettersOnly(tidied);
  const plain = tidied.replace(NOT_PLAIN, plainLetter);
  return SPACES_TOO_MANY.test(plain) ? plain.replace(/ +/gu, ' ').trim() : plain;
}

function lettersOnly(tidied: string): string {
  const apart = tidied.normalize('NFD');
  const nasal = apart.includes(TILDE) ? apart.replace(NASAL, '$1n') : apart;
  return onPlainKeyboard(nasal.replace(/[\p{M}']/gu, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Letters with an accent of their own, as both languages are mostly typed: looked up, not taken apart. */
const COMMON_WORDS = /^[ -~à-öø-ÿœɛɔɲŋ]*$/u;
const NOT_PLAIN = /[^a-z0-9 ]/gu;
const ACCENTED = /[à-öø-ÿ]/gu;
const SPACES_TOO_MANY = /^ | $| {2}/u;
/** Apostrophes close up, all other punctuation stands between words. */
const plainLetter = lookedUp((letter) => (letter === "'" ? '' : lettersOnly(letter) || ' '));
const tonelessLetter = lookedUp(withoutTones);

/** What is made of each letter, made once. */
function lookedUp(make: (letter: string) => string): (letter: string) => string {
  const made = new Map<string, string>();
  return (letter) => {
    let found = made.get(letter);
    if (found === undefined) made.set(letter, (found = make(letter)));
    return found;
  };
}

/** Lower-case letters no plain French keyboard has, as they are typed on one. */
export const onPlainKeyboard = (text: string): string =>
  text.replace(/[ɛɔɲŋœæ]/gu, (letter) => PLAIN_KEYBOARD[letter] ?? letter);

/**
 * The French-like level: Bambara as school French would spell it, and French by ear. Takes what {@link foldSafe} gave.
 * Never rewrites ny→ɲ or ng→ŋ: *hɔrɔnya* and *bange* are right as they stand.
 */
export function foldFrenchLike(safe: string): string {
  let folded = safe;
  // One rule can make room for another (quh→kh→g); each shortens the word or removes a "gn", so this ends.
  for (;;) {
    const next = folded.replace(FRENCH_LIKE, byEar);
    if (next === folded) return folded;
    folded = next;
  }
}

/** Combining tone marks off, letters kept: *kɔ́* is *kɔ*, and still not *ko*. */
export function foldTones(tidied: string): string {
  if (PLAIN_WORDS.test(tidied)) return tidied;
  return COMMON_WORDS.test(tidied) ? tidied.replace(ACCENTED, tonelessLetter) : withoutTones(tidied);
}

function withoutTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0302\u030c]/gu, '')
    .normalize('NFC');
}

const PLAIN_WORDS = /^[a-z0-9]*(?: [a-z0-9]+)*$/u;
const TILDE = '\u0303';
/** The spelling before 1982 marked a nasal vowel with a tilde: *ɔ̃hɔ̃* is *ɔnhɔn*. */
const NASAL = /([aeiouɛɔ])(?=\p{M}*\u0303)/gu;
const PLAIN_KEYBOARD: Readonly<Record<string, string>> = {
  ɛ: 'e',
  ɔ: 'o',
  ɲ: 'ny',
  ŋ: 'ng',
  œ: 'oe',
  æ: 'ae',
};

/** What French spells with several letters; and any letter written twice or more. */
const FRENCH_LIKE =
  /oou(?=[aeo])|([a-z])\1+|(?<=[aeio])ou(?![a-z])|aou(?![aeiou])|eau|au|ai|ei|ou|tch|ch|ti(?=[aeou])|dj|gn|gu(?=[ei])|kh|qu|ph|sh/gu;
/** A letter written twice is itself; *ou* before a vowel is w (*aouo*, oui), and so is the plural's (*kunnafoniou*). */
function byEar(letters: string, _twice: string | undefined, at: number, word: string): string {
  if (letters === 'ou' && (isVowel(word[at + 2]) || isPlural(word, at))) return 'w';
  return BY_EAR[letters] ?? letters.charAt(0);
}

const isVowel = (letter = '-'): boolean => 'aeiou'.includes(letter);
const isPlural = (word: string, at: number): boolean =>
  at > 0 && isVowel(word[at - 1]) && !/[a-z]/u.test(word[at + 2] ?? ' ');

const BY_EAR: Readonly<Record<string, string>> = {
  aou: 'aw',
  oou: 'ow',
  eau: 'o',
  au: 'o',
  ai: 'e',
  ei: 'e',
  ou: 'u',
  tch: 'c',
  ch: 'c',
  ti: 'c',
  dj: 'j',
  gn: 'ny',
  gu: 'g',
  kh: 'g',
  qu: 'k',
  ph: 'f',
  sh: 's',
};
