import { describe, expect, it } from '@jest/globals';
import { CERCLES } from './cercles.ts';
import { CERCLE_NAMES, REGION_LIST, REGION_NAMES } from './gazetteer.ts';
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

  it('names equally near are asked', () => {
    expect(read('kata')).toBe('kita|koulikoro/kati');
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
