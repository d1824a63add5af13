import { describe, expect, it } from '@jest/globals';
import { readForm, textOf } from './read-form.ts';

describe('C15: forms and queries', () => {
  it.each<[string, Record<string, string>]>([
    ['a=1&b=2+3%204', { a: '1', b: '2 3 4' }],
    ['text=%C9%9B%C9%94', { text: 'ɛɔ' }],
    // Latin-1, whatever it says: é, ç, ’ of Windows.
    ['text=caf%E9+%E7a+l%92eau', { text: 'café ça l’eau' }],
    ['text=%zz%', { text: '%zz%' }],
    ['a=1&a=2', { a: '1' }],
    ['a', { a: '' }],
    ['=x', { '': 'x' }],
    ['a=b=c', { a: 'b=c' }],
    ['__proto__=x&constructor=y', { ['__proto__']: 'x', constructor: 'y' }],
    ['', {}],
  ])('%s', (written, fields) => {
    expect(Object.entries(readForm(written) ?? {})).toEqual(Object.entries(fields));
  });

  it('bytes that are not escaped are bytes', () => {
    expect(readForm(Buffer.from('text=ɛɔ').toString('latin1'))).toMatchObject({ text: 'ɛɔ' });
  });

  it('more fields than a message has are not read', () => {
    expect(readForm('a=1&'.repeat(201))).toBeUndefined();
  });

  it('a byte-order mark is left for whoever reads the words', () => {
    expect(textOf(Buffer.from('\ufeffa'))).toBe('\ufeffa');
  });
});
