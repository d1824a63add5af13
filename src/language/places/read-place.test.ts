import { describe, expect, it } from '@jest/globals';
import { CERCLES } from './cercles.ts';
import { chanceFrom, withTypingError } from '../evaluating/misspell.ts';
import { CERCLE_LIST, CERCLE_NAMES, COMMUNE_NAMES, REGION_LIST, REGION_NAMES } from './gazetteer.ts';
import { COMMUNES } from './communes.ts';
import { readPlace } from './read-place.ts';
import { REGIONS } from './regions.ts';

const read = (text: string): string => {
  const found = readPlace(text);
  if (found.kind === 'none') return 'none';
  return found.kind === 'one' ? found.value.slug : found.values.map(({ slug }) => slug).join('|');
};

describe('L5: places', () => {
  it('has 20 regions and 80 cercles, each cercle in a region that exists, each row with its source', () => {
    expect(REGION_LIST).toHaveLength(20);
    expect(CERCLES).toHaveLength(85);
    const slugs = new Set(REGION_LIST.map(({ slug }) => slug));
    expect(CERCLES.filter(({ region }) => !slugs.has(region))).toEqual([]);
    expect([...REGIONS, ...CERCLES].filter(({ source }) => source === '')).toEqual([]);
  });

  it('understands every name and alias as itself', () => {
    const slugs = new Set(REGION_LIST.map(({ slug }) => slug));
    for (const [name, { slug, region }] of [...REGION_NAMES, ...CERCLE_NAMES]) {
      const expected = slug === `${region}/${region}` && slugs.has(read(name)) ? region : slug;
      expect([name, read(name)]).toEqual([name, expected]);
    }
  });

  it.each([
    ['Kayes', 'kayes'],
    ['cercle de Kayes', 'kayes/kayes'],
    ['région de Kayes', 'kayes'],
    ['Kayi marabolo', 'kayes'],
    ['Gounzourey', 'gao/gao'],
    ['Gounzourei', 'gao/gao'],
    ['Segu', 'segou'],
    ['SÉGOU', 'segou'],
    ['Tumutu', 'tombouctou'],
    ['tombouktou', 'tombouctou'],
    ['Tonbouctou', 'tombouctou'],
    ['bamaco', 'bamako'],
    ['Bamakɔ', 'bamako'],
    ['commune 3', 'bamako/commune-3'],
    ['commune IV', 'bamako/commune-4'],
    ['Bamako commune VI', 'bamako/commune-6'],
    ['Commune V de Bamako', 'bamako/commune-5'],
    ['Ɲɔrɔ', 'nioro'],
    ['nionno', 'segou/niono'],
    ['je suis à Gao', 'gao'],
    ['n bɛ Gawo', 'gao'],
    ['Kucala', 'koutiala'],
    ['Kutiyala', 'koutiala'],
    ['Djené', 'mopti/djenne'],
    ['bandiagra', 'bandiagara'],
    ["N'Tillit", 'gao/ntillit'],
    ['tin aouker', 'gao/tin-aouker'],
  ])('%s is %s', (typed, slug) => {
    expect(read(typed)).toBe(slug);
  });

  it('gives the region with the place', () => {
    expect(readPlace('Niono')).toEqual({
      kind: 'one',
      value: { slug: 'segou/niono', name: 'Niono', region: 'segou' },
    });
  });

  it('names equally near are asked, the likeliest first', () => {
    expect(read('kata')).toBe('kita|koulikoro/kati');
    expect(read('nioo')).toBe('nioro|segou/niono');
  });

  it.each([
    ['hao', 'gao'],
    ['oti', 'mopti'],
    ['ita', 'kita'],
  ])('%s is too short to be sure of: %s is asked', (typed, slug) => {
    const found = readPlace(typed);
    expect([found.kind, read(typed)]).toEqual(['many', slug]);
  });

  it.each([
    ['Sévaré', 'mopti/mopti'],
    ['sevarre', 'mopti/mopti'],
    ['Badalabougou', 'bamako/commune-5'],
    ['quartier Lafiabougou', 'bamako/commune-4'],
    ['komini naani', 'bamako/commune-4'],
    ['comune 4 bamakko', 'bamako/commune-4'],
    ['C6', 'bamako/commune-6'],
    ['commune de Markala', 'segou/segou'],
  ])('a commune or quarter is its cercle or its commune of Bamako: %s is %s', (typed, slug) => {
    expect(read(typed)).toBe(slug);
  });

  it('every commune is understood as a place that exists', () => {
    const slugs = new Set(CERCLE_LIST.map(({ slug }) => slug));
    expect(COMMUNES.filter(({ cercle }) => !slugs.has(cercle))).toEqual([]);
    const lost = COMMUNE_NAMES.filter(([name, { slug }]) => read(name) !== slug);
    expect(lost.map(([name]) => [name, read(name)])).toEqual([]);
  });

  it('one typing error at any letter: the first place that comes to mind is right 95 times in a hundred', () => {
    const chance = chanceFrom(1);
    const names = [...REGION_NAMES, ...CERCLE_NAMES];
    const typed = names.flatMap(([name]) =>
      Array.from({ length: 8 }, () => [withTypingError(name, chance), readPlace(name)] as const),
    );
    const first = (found: ReturnType<typeof readPlace>) =>
      found.kind === 'many' ? found.values[0]?.slug : found.kind === 'one' ? found.value.slug : 'none';
    const right = typed.filter(([misspelt, meant]) => first(readPlace(misspelt)) === first(meant));
    expect(right.length / typed.length).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    'Paris',
    'success',
    'null',
    'true',
    'la paix',
    'ko',
    '12',
    '',
    'commune 7',
    'je ne sais pas',
    '../..',
    '$ne',
  ])('F3: %s is none', (typed) => {
    expect(read(typed)).toBe('none');
  });
});

it('L5: every place says where it was read, or that it was not', () => {
  for (const { name, source, confidence } of [...REGIONS, ...CERCLES, ...COMMUNES]) {
    expect([name, source.length > 20]).toEqual([name, true]);
    if (/not read/u.test(source)) expect([name, confidence]).toEqual([name, 'provisional']);
  }
});
