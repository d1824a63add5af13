import { describe, expect, it } from '@jest/globals';
import { e164, isE164 } from './numbers.ts';

describe('C15: numbers, as gateways write them', () => {
  it.each([
    ['+22370000001', '+22370000001'],
    ['22370000001', '+22370000001'],
    ['0022370000001', '+22370000001'],
    ['70000001', '+22370000001'],
    ['70 00 00 01', '+22370000001'],
    ['tel:+22370000001', '+22370000001'],
    ['(+223) 70-00-00-01', '+22370000001'],
    // Mali's own number that begins like its country.
    ['22312345', '+22322312345'],
    ['+33612345678', '+33612345678'],
    ['33612345678', '+33612345678'],
    ['+225 07 12 34 56 78', '+2250712345678'],
  ])('%s is %s', (given, number) => {
    expect(e164(given, '223')).toBe(number);
    expect(isE164(number)).toBe(true);
  });

  it('takes a leading 0 for the way out of a country that has one', () => {
    expect(e164('0612345678', '33')).toBe('+33612345678');
  });

  it.each([
    '36000',
    '111',
    'Orange',
    'ORANGE-ML',
    '',
    '+',
    '+0123456789',
    '+1234567890123456',
    '７００００００１',
    '7000000x',
  ])('%j is nobody’s', (given) => {
    expect(e164(given, '223')).toBeUndefined();
  });
});
