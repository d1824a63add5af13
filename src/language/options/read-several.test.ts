import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileSeveral } from './read-several.ts';

const of = (labels: Record<string, string[]>) => {
  const read = compileSeveral(Object.entries(labels).map(([key, names]) => ({ key, labels: names })));
  return (text: string): string => {
    const found = read(text);
    if (found.kind === 'one') return found.value.join(' ');
    return found.kind === 'none' ? 'none' : found.values.map((one) => one.join(' ')).join(' | ');
  };
};
const five = of({
  eau: ["💧 L'eau", 'Ji'],
  ecole: ["L'école", 'Lakɔli'],
  route: ['La route', 'Sira'],
  sante: ['Eau et santé', 'Kɛnɛya'],
  rien: ['Aucun'],
});

describe('F3: several choices by their numbers, in any writing', () => {
  it.each([
    ...[
      '1 3',
      '1,3',
      '1, 3',
      '1 et 3',
      '1et3',
      '1 ani 3',
      '1 ni 3',
      '1;3',
      '1/3',
      '1+3',
      '1 & 3',
      '1.3',
      '13',
      '1 3.',
    ],
    ...[
      '١ ٣',
      '۱,۳',
      '߁ ߃',
      '1️⃣ 3️⃣',
      '1️⃣3️⃣',
      '①③',
      'les 1 et 3',
      'n° 1 et 3',
      'choix 1, 3',
      '(1) (3)',
      '1, 1, 3',
      '01 03',
    ],
  ])('"%s"', (text) => {
    expect(five(text)).toBe('eau route');
  });

  it('keeps the order they were typed in', () => {
    expect(five('5 1 4 3 2')).toBe('rien eau sante route ecole');
    expect(five('2-1-3')).toBe('ecole eau route');
    expect(five('2 puis 1 puis 3')).toBe('ecole eau route');
    expect(five('2>1>3')).toBe('ecole eau route');
    expect(five('3-1')).toBe('route eau');
  });

  it('"1-3" may be two of them or three: both are told', () => {
    expect(five('1-3')).toBe('eau route | eau ecole route');
    expect(five('1 – 4')).toBe('eau sante | eau ecole route sante');
    expect(five('1-2')).toBe('eau ecole');
  });

  it('digits that touch are one number where there is one', () => {
    const many = of(
      Object.fromEntries(Array.from({ length: 13 }, (_, n) => [`c${n + 1}`, [`Choix ${n + 1}`]])),
    );
    expect(many('13')).toBe('c13');
    expect(many('1 13')).toBe('c1 c13');
    expect(many('14')).toBe('none');
  });
});

describe('F3: several choices by their labels', () => {
  it.each([
    ['eau, route', 'eau route'],
    ['l’eau et la route', 'eau route'],
    ['ji ani sira', 'eau route'],
    ['sira, lakɔli ani ji', 'route ecole eau'],
    ['route; ecolle\neau', 'route ecole eau'],
    ['la route, et l’école', 'route ecole'],
    ['eau et santé', 'sante'],
    ['route et eau et santé', 'route sante'],
    ['1, école', 'eau ecole'],
    ['eau et 3', 'eau route'],
    ['1 3, école', 'eau route ecole'],
    ['Aucun', 'rien'],
    ['2', 'ecole'],
  ])('"%s"', (text, keys) => {
    expect(five(text)).toBe(keys);
  });
});

describe('F3: what is no list of choices', () => {
  it.each([
    ...[
      '0',
      '6',
      '1 6',
      '1 0',
      '-1',
      '16',
      '1e3',
      '',
      ' ',
      ',',
      'et',
      '👍',
      'null',
      'success',
      'eau, avion',
      'eau et',
      '{{x}}',
    ],
    ...['1 chat 3', 'constructor', '__proto__', '\u0000', '\ud800', '1'.repeat(60)],
  ])('"%s"', (text) => {
    expect(five(text)).toBe('none');
  });

  it('never throws, never takes long, never names what is not offered', () => {
    expect(five('eau et '.repeat(40))).toBe('none');
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9 ,et-]{0,20}$/)),
        (text) => {
          expect(five(text)).toMatch(/^(?:none|(?:(?:eau|ecole|route|sante|rien|\|) ?)+)$/);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
