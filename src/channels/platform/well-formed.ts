/**
 * Text that every later step can keep: a lone half of a surrogate pair becomes U+FFFD (BSON and AES would store another
 * character than was read), NUL and a leading byte-order mark go. Everything else stays as it was typed.
 */
export const wellFormed = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('\0', '')
    .replace(/^\uFEFF+/, '');
