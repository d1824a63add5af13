/** Digits of a number with its country's (E.164), and of the shortest that is a person's: shorter ones are services. */
const MOST_DIGITS = 15;
const LEAST_NATIONAL = 7;
const MOST_NATIONAL = 10;
/** A number that brings its country along is longer than this. */
const LEAST_INTERNATIONAL = 9;

/**
 * A number as the gateway wrote it, in E.164 (`+22370000000`). `undefined` for what is no person's: a short code, or the
 * name a company sends under.
 * @param country digits of the country whose numbers come without it, e.g. `223`
 */
export function e164(given: string, country: string): string | undefined {
  const bare = given.replace(/^tel:/iu, '').replace(/[\s.\-/()_\u200e\u202a-\u202c]/gu, '');
  const [, sign = '', digits = ''] = /^(\+|00)?(\d{3,20})$/u.exec(bare) ?? [];
  if (sign !== '') return international(digits);
  if (digits.startsWith(country) && digits.length > LEAST_INTERNATIONAL) return international(digits);
  const national = digits.replace(/^0/u, '');
  if (national.length > MOST_NATIONAL) return international(digits);
  return national.length < LEAST_NATIONAL ? undefined : `+${country}${national}`;
}

const international = (digits: string): string | undefined =>
  digits.startsWith('0') || digits.length < LEAST_NATIONAL || digits.length > MOST_DIGITS
    ? undefined
    : `+${digits}`;

/** What `e164` gives. */
export const isE164 = (address: string): boolean => /^\+[1-9]\d{6,14}$/u.test(address);
