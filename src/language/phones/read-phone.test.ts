import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPhone } from './read-phone.ts';

const read = (text: string): string => {
  const found = readPhone(text);
  return found.kind === 'one' ? found.value : found.kind;
};

describe('F3: phone numbers of Mali', () => {
  it.each([
    ...[
      '76123456',
      '76 12 34 56',
      '76.12.34.56',
      '76-12-34-56',
      '76/12/34/56',
      '76 – 12 – 34 – 56',
      '7612 3456',
    ],
    ...[
      ' 7 6 1 2 3 4 5 6 ',
      '76\u00a012\u202f34 56',
      '76_12_34_56',
      '76, 12, 34, 56',
      '(76) 12 34 56',
      '76 12 34 56.',
    ],
    ...[
      '+22376123456',
      '+223 76 12 34 56',
      '＋223 76123456',
      '00223 76 12 34 56',
      '002237612 3456',
      '223 76 12 34 56',
    ],
    ...[
      '(+223) 76123456',
      '+223-76-12-34-56',
      '(223) 76 12 34 56',
      '+ 223 76 12 34 56',
      '\u202a+223 76 12 34 56\u202c',
    ],
    ...[
      'c’est le 76 12 34 56',
      'Mon numéro : 76123456',
      'tel:76123456',
      'Tél. 76 12 34 56 merci',
      'n°76123456',
    ],
    ...['N ka nimɔrɔ ye 76123456 ye', 'WhatsApp 76123456', '76123456 (Orange)', '76123456 🙏'],
  ])('rapidpro#1028: "%s" is taken', (text) => {
    expect(read(text)).toBe('+22376123456');
  });

  it.each([
    ['Arabic-Indic', '٧٦ ١٢ ٣٤ ٥٦'],
    ['Extended Arabic-Indic', '۷۶ ۱۲ ۳۴ ۵۶'],
    ["N'Ko", '߇߆ ߁߂ ߃߄ ߅߆'],
    ['full width', '７６１２３４５６'],
    ['keycaps', '7️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣'],
    ["N'Ko, with +223", '+߂߂߃ ߇߆߁߂߃߄߅߆'],
  ])('in %s digits', (_script, text) => {
    expect(read(text)).toBe('+22376123456');
  });

  it.each(['20', '21', '40', '44', '50', '66', '70', '82', '89', '99'])(
    'fixed and mobile: %s 12 34 56',
    (two) => {
      expect(read(`${two} 12 34 56`)).toBe(`+223${two}123456`);
    },
  );
});

describe('F3: phone numbers of other countries need their + or 00', () => {
  it.each([
    ['+33 6 12 34 56 78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['0033612345678', '+33612345678'],
    ['+225 07 12 34 56 78', '+2250712345678'],
    ['+1 (202) 555-0123', '+12025550123'],
    ['+2903 1234', '+29031234'],
    ['+290 1234', '+2901234'],
    ['+123456789012345', '+123456789012345'],
  ])('%s', (text, number) => {
    expect(read(text)).toBe(number);
  });
});

describe('F3: what cannot be a phone number', () => {
  it.each([
    ...[
      '7612345',
      '761234567',
      '06123456',
      '12345678',
      '30123456',
      '22123456',
      '45123456',
      '80123456',
      '00000000',
    ],
    ...[
      '+223 7612345',
      '+223 761234567',
      '+223 80123456',
      '00223 12345678',
      '22312345678',
      '+0 7612345',
      '+123456',
    ],
    ...[
      '+1234567890123456',
      '0612345678',
      '33612345678',
      '+',
      '00',
      '++22376123456',
      '-76123456x',
      '76123456 66123456',
    ],
    ...[
      '76123456 / 66123456',
      '76123456 ou 66123456',
      '76 12 34 56 demain',
      '12/05/2026',
      '1e7',
      '7,6123456e7',
      '76O23456',
    ],
    ...[
      '',
      ' ',
      '👍',
      'null',
      'success',
      'oui',
      'non',
      'mon numéro',
      'soixante-seize',
      '{{x}}',
      '\u0000',
      '\ud800',
    ],
  ])('"%s"', (text) => {
    expect(read(text)).toBe('none');
  });

  it('what is far too long', () => {
    expect([read('7'.repeat(4096)), read(`${'a'.repeat(4088)}76123456`)]).toEqual(['none', 'none']);
  });

  it('never throws, and never says what is no E.164 number', () => {
    const digits = fc.stringMatching(/^[+0]?[0-9 ./()-]{0,24}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits), (text) => {
        expect(read(text)).toMatch(/^(?:none|\+[1-9]\d{6,14})$/);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('takes back what it gave', () => {
    const number = fc.stringMatching(/^(?:2[01]|4[04]|[5679]\d)\d{6}$/);
    fc.assert(
      fc.property(number, (own) => expect(read(read(own))).toBe(`+223${own}`)),
      { seed: 1 },
    );
  });
});
