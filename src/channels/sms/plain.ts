import { isGsm, septetsOf } from './gsm.ts';

/**
 * A text in the letters of GSM 03.38 where that can be, so that Bambara costs as little as French: ɛ→e, ɔ→o, ɲ→ny, ŋ→ng,
 * typographic marks as typewriters had them, other accents off, pictures left out. What is written in another script stays
 * whole as it was: half of it would be read by nobody.
 */
export function plain(text: string): string {
  const quoted = text.normalize('NFC').replace(/«\s*/gu, '"').replace(/\s*»/gu, '"');
  const written = Array.from(quoted.replace(/\r\n?/gu, '\n'), letterOf).join('');
  return isGsm(written) ? written : text;
}

function letterOf(letter: string): string {
  // A form feed is in the alphabet, and would end the message on many phones.
  if (septetsOf(letter) !== undefined && letter !== '\f') return letter;
  const known = WRITTEN[letter];
  if (known !== undefined) return known;
  if (LEFT_OUT.test(letter)) return '';
  if (/\s/u.test(letter)) return ' ';
  const apart = Array.from(letter.normalize('NFKD').replace(/\p{M}/gu, ''));
  return apart.map((each) => WRITTEN[each] ?? each).join('');
}

/** Marks of tone, what cannot be seen, control codes, and pictures, which a phone of keys does not have. */
const LEFT_OUT =
  /[\p{M}\p{Cf}\p{Co}\p{Cn}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|(?!\s)\p{Cc}/u;

const WRITTEN: Readonly<Record<string, string>> = {
  ɛ: 'e',
  Ɛ: 'E',
  ɔ: 'o',
  Ɔ: 'O',
  ɲ: 'ny',
  Ɲ: 'Ny',
  ŋ: 'ng',
  Ŋ: 'Ng',
  œ: 'oe',
  Œ: 'Oe',
  '“': '"',
  '”': '"',
  '„': '"',
  '‹': "'",
  '›': "'",
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '′': "'",
  '`': "'",
  '´': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '•': '-',
  '·': '-',
  '…': '...',
  '→': '->',
  '←': '<-',
  '⁄': '/',
  '×': 'x',
  '÷': '/',
  '°': 'o',
  '✓': '*',
  '✔': '*',
  // The mark of a message that is sent once more.
  '↻': '>>',
};
