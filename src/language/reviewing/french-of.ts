import type { Locale, LocaleText } from '../speaking/locale-text.ts';
import { pluralBase } from '../speaking/plurals.ts';

/** The French a text says in its language: of a plural the same form where there is one, else the general one. */
export const frenchOf = (french: Locale | undefined, flow: string, key: string): LocaleText | undefined =>
  frenchIn(french?.get(flow), key);

/** The same among the texts of one flow. */
export function frenchIn<Text>(texts: ReadonlyMap<string, Text> | undefined, key: string): Text | undefined {
  const base = pluralBase(key);
  return texts?.get(key) ?? texts?.get(`${base}_other`) ?? texts?.get(base);
}
