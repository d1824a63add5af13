import { describe, expect, it } from '@jest/globals';
import { shipped } from '../../../test/flows/shipped.ts';
import { Counted, type Format, formatted, FORMATS } from './formats.ts';
import { placeholdersOf } from './placeholders.ts';

const NBSP = '\u00a0';
const wordsOf = (lang: string) => (key: string) => shipped.speaker.text(lang, { flow: 'bot', key });
const say = (lang: string, value: unknown, format: Format): string =>
  formatted(value, format, lang, wordsOf(lang));

describe('L7: values in the person’s language', () => {
  it.each<[unknown, Format, string, string]>([
    ['2026-11-21', 'date', '21 novembre 2026', '21 nowanburu 2026'],
    ['2026-08-01T10:00', 'date', '1 août 2026', '1 uti 2026'],
    ['2026-12-12', 'jour', 'samedi 12 décembre', 'sibiri desanburukalo tile 12'],
    [12_500, 'nombre', `12${NBSP}500`, `12${NBSP}500`],
    ['1234567.5', 'nombre', `1${NBSP}234${NBSP}567,5`, `1${NBSP}234${NBSP}567,5`],
    [-3, 'nombre', '-3', '-3'],
    [12_500, 'argent', `12${NBSP}500${NBSP}F${NBSP}CFA`, `12${NBSP}500${NBSP}F${NBSP}CFA`],
    ['eau', 'liste', 'eau', 'eau'],
    ['eau\npaix', 'liste', 'eau et paix', 'eau ani paix'],
    ['eau\npaix\n\n école ', 'liste', 'eau, paix et école', 'eau, paix ani école'],
    [0, 'delai', "aujourd'hui", 'bi'],
    [1, 'delai', 'demain', 'sini'],
    [-1, 'delai', 'hier', 'kunu'],
    [3, 'delai', 'dans 3 jours', 'tile 3 kɔfɛ'],
    [-1200, 'delai', `il y a 1${NBSP}200 jours`, `il y a 1${NBSP}200 jours`],
  ])('%j as %s', (value, format, fr, bm) => {
    expect(say('fr', value, format)).toBe(fr);
    expect(say('bm', value, format)).toBe(bm);
  });

  it('says nothing of the English that Intl keeps for Bambara', () => {
    const intl = [
      new Intl.NumberFormat('bm').format(12_500),
      new Intl.NumberFormat('bm', { style: 'currency', currency: 'XOF' }).format(12_500),
      new Intl.ListFormat('bm').format(['eau', 'paix', 'école']),
      new Intl.RelativeTimeFormat('bm').format(3, 'day'),
    ];
    const ours = [
      say('bm', 12_500, 'nombre'),
      say('bm', 12_500, 'argent'),
      say('bm', 'eau\npaix\nécole', 'liste'),
      say('bm', 3, 'delai'),
    ];
    expect(intl[2]).toContain(' and ');
    for (const [index, said] of ours.entries()) expect(said).not.toBe(intl[index]);
    expect(ours.join(' ')).not.toMatch(/12,500|\band\b|\bday|\bago\b|\bin\b/u);
  });

  it('every month has its word in a whole date, in both languages', () => {
    for (const lang of ['fr', 'bm']) {
      const months = Array.from({ length: 12 }, (_, n) =>
        say(lang, `2026-${String(n + 1).padStart(2, '0')}-15`, 'date'),
      );
      expect(new Set(months).size).toBe(12);
      expect(months.filter((said) => /^2026|M\d|january/iu.test(said))).toEqual([]);
    }
  });

  it.each(['', 'demain', '1e3', '12 500', '2026-02-30', 'NaN', '$t(x)', '{{quand}}'])(
    'what does not fit its format is said as it is: %j',
    (value) => {
      for (const format of FORMATS) expect(say('bm', value, format)).toBe(value);
    },
  );

  it('a number is one in any text, and what a person typed is not', () => {
    expect(String(new Counted(12_500))).toBe(`12${NBSP}500`);
    expect(say('fr', new Counted(12_500), 'argent')).toBe(`12${NBSP}500${NBSP}F${NBSP}CFA`);
    expect(say('fr', '٣', 'nombre')).toBe('٣');
  });

  it('a text names its formats; an unknown one is refused', () => {
    for (const format of FORMATS) expect(placeholdersOf(`{{x, ${format}}}`)).toEqual(['x']);
    expect(placeholdersOf('{{x, monnaie}}')).toBeUndefined();
  });

  it('all of them through the speaker', () => {
    const { speaker } = shipped;
    const key = { flow: 'bot', key: 'formats.money' };
    expect(speaker.say('bm', key, { amount: 1500 })).toBe(`1${NBSP}500${NBSP}F${NBSP}CFA`);
  });
});
