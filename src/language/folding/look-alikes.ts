/**
 * Letters of other alphabets that look like Bambara or French ones and that phones, old fonts and copied texts bring.
 * Understood when typed; refused in locale files, where a search or a screen reader would trip over them.
 */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  // ɛ
  ε: 'ɛ',
  є: 'ɛ',
  έ: 'ɛ',
  ℇ: 'ɛ',
  // ɔ
  ͻ: 'ɔ',
  ↄ: 'ɔ',
  ᴐ: 'ɔ',
  // ŋ and ɲ
  η: 'ŋ',
  // esh of the spelling before 1982; today's is s
  ʃ: 's',
  // Cyrillic
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  с: 'c',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  // Greek
  α: 'a',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
};

/** Any letter a Malian locale file must not hold: Greek, Cyrillic, and Latin forms that pass for ɛ, ɔ, ɲ, ŋ or s. */
export const NOT_IN_LOCALES = /[\p{Script=Greek}\p{Script=Cyrillic}ℇʃↄᴐɜɳƞ]/u;
