import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readLocaleFile } from '../../../src/language/speaking/locales.ts';
import { editYaml } from '../../../src/language/reviewing/edit-yaml.ts';
import { folder } from './folder.ts';

const source = readFileSync(path.join(folder().dir, 'bm/flows/annonce.yaml'), 'utf8');
const edited = (key: string, text: string, own = false) => editYaml(source, new Map([[key, { text, own }]]));
/** The lines that are others. */
const changedIn = (after: string): string[] => {
  const before = source.split('\n');
  return after.split('\n').filter((line) => !before.includes(line));
};

describe('L2: new words in a locale file', () => {
  it.each([
    ['annonce', '{{qui}} : {{jour, jour}}', ['annonce: "{{qui}} : {{jour, jour}}"']],
    ['places_other', 'Yɔrɔ {{count}}', ['places_other: Yɔrɔ {{count}}']],
    ['suite', 'Kelen\nSaba', ['  Saba']],
    ['suite', 'Kelen', ['suite: Kelen']],
    [
      'choix.choices.venir',
      'N bɛ na, sini',
      ['    choices: { venir: "N bɛ na, sini" } # four spaces, braces'],
    ],
    ['choix.choices.venir', 'Awɔ', ['    choices: { venir: Awɔ } # four spaces, braces']],
    ['sport', 'Sport', []],
  ])('%s: %j changes its own line alone', (key, text, lines) => {
    expect(changedIn(edited(key, text))).toEqual(lines);
  });

  it('a text left in French loses its mark and its excuse with its words, and keeps them with the same words', () => {
    expect(edited('sport', 'Farikoloɲɛnajɛ', true)).toContain('\nsport: { text: Farikoloɲɛnajɛ }\n');
    expect(edited('demo', 'Misali', true)).toContain('demo:\n  text: Misali\n  # said aloud\n');
    expect(edited('demo', 'Misali', true)).not.toContain('either');
  });

  it('a text the file lacks is added', () => {
    const text = edited('choix.ask', 'I bɛ na wa ?');
    expect(readLocaleFile(Buffer.from(text), 'x.yaml').get('choix.ask')?.text).toBe('I bɛ na wa ?');
    expect(text).toContain('# The announcement.');
  });

  it('any words in any text of any shipped file read back exactly, and every other text stays', () => {
    const files = ['bot.yaml', ...readdirSync('locales/bm/flows').map((name) => `flows/${name}`)].map(
      (name) => readFileSync(path.join('locales/bm', name), 'utf8'),
    );
    const words = fc
      .string({
        unit: fc.constantFrom(...Array.from('aɛɔŋɲ Ɲ\n:#{}[],"\'’-?!&*|>%@`0123:yesno~ ')),
        minLength: 1,
        maxLength: 40,
      })
      .map((text) => text.replace(/\{\{|\}\}/gu, '').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), words, (file, nth, text) => {
        const before = readLocaleFile(Buffer.from(file), 'x.yaml');
        const key = [...before.keys()][nth % before.size]!;
        const after = readLocaleFile(
          Buffer.from(editYaml(file, new Map([[key, { text, own: true }]]))),
          'x.yaml',
        );
        const expected = new Map(
          Array.from(before, ([one, { text: old }]) => [one, one === key ? text : old]),
        );
        expect(new Map(Array.from(after, ([one, { text: now }]) => [one, now]))).toEqual(expected);
      }),
      { numRuns: 120 },
    );
  });
});
