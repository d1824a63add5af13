import { expect, it } from '@jest/globals';
import { phoneOf } from './phone.ts';

it.each([
  ['of Mali, whose plan has none like it', '30000001', undefined],
  ['nobody’s own, being free of charge', '+223 80 00 00 01', undefined],
  ['a date', '20/05/2026; 21/05/2026', undefined],
  ['of a country that is called with a 0 at home', '+33 (0)6 12 34 56 78', '+33612345678'],
  ['of a small country', '+290 12345', '+29012345'],
  ['quoted for the spreadsheet', "'+22370000001", '+22370000001'],
])('B12: a number is read as in a talk: %s', (_, typed, number) => expect(phoneOf(typed)).toBe(number));
