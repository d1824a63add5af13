import { readDate } from './dates/read-date.ts';
import { readYesNo } from './intents/yes-no.ts';
import { readNumber } from './numbers/read-number.ts';
import { readPhone } from './phones/read-phone.ts';
import { compileOptions } from './options/read-option.ts';
import { compileSeveral } from './options/read-several.ts';
import { readPlace } from './places/read-place.ts';
import type { Understanding } from './types.ts';

/** How typed words are understood, in both languages at once. */
export const understanding: Understanding = {
  options: compileOptions,
  several: compileSeveral,
  yesNo: (text, _lang, told) => readYesNo(text, told),
  number: readNumber,
  place: readPlace,
  date: readDate,
  phone: readPhone,
};
