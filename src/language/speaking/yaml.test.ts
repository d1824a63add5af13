import { describe, expect, it } from '@jest/globals';
import { readLocaleFile } from './locales.ts';

const read = (yaml: string | Uint8Array) =>
  readLocaleFile(typeof yaml === 'string' ? new TextEncoder().encode(yaml) : yaml, 'locales/bm/bot.yaml');
const refusal = (yaml: string | Uint8Array): string => {
  try {
    read(yaml);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};

describe('a locale file', () => {
  it('is a nested map of texts with what belongs to them', () => {
    const texts = read(
      '\ufeff_file: { review: draft, source: glossary }\r\na:\r\n  b: Awɔ {{name}}\r\n  c: { text: Ayi, short: A, review: reviewed, kept: fr, source: UDHR }\r\n',
    );
    expect(texts.get('a.b')).toEqual({
      text: 'Awɔ {{name}}',
      placeholders: ['name'],
      reviewed: false,
      source: 'glossary',
      file: 'locales/bm/bot.yaml',
      line: 3,
    });
    expect(texts.get('a.c')).toMatchObject({
      text: 'Ayi',
      short: 'A',
      reviewed: true,
      kept: 'fr',
      source: 'UDHR',
      line: 4,
    });
    expect([...texts.keys()]).toEqual(['a.b', 'a.c']);
  });

  it('L3: is normalised to NFC', () => {
    expect(read('a: Se\u0301gou').get('a')?.text).toBe('S\u00e9gou');
  });

  it.each([
    ['ε', 'a: b\nc:\n  d: dεmε', ':3 c.d: "ε" only looks like'],
    ['Л', 'a: Лamu', ':1 a: "Л" only looks like'],
    ['ℇ', 'a: ℇ', ':1 a: "ℇ" only looks like'],
    ['ʃ', 'a: { text: ok, short: ʃi }', ':1 a: "ʃ" only looks like'],
    ['a tone mark', 'a: kɔ́', ':1 a: tone marks'],
  ])('L3: refuses %s with file, line and key', (_, yaml, message) => {
    expect(refusal(yaml)).toContain(`locales/bm/bot.yaml${message}`);
  });

  it.each([
    ['an anchor', 'a: &x one\nb: two', ':1 anchors'],
    ['an alias', 'a: one\nb: *a', ':2'],
    ['a tag', 'a: !!js/function x', ':1 tags'],
    ['a private tag', 'b: x\na: !run x', ':2 tags'],
    ['a key given twice', 'a: x\na: y', ':2 Write this name once'],
    ['a broken line', 'a: x\n b: "y', ':1'],
    ['a tab for indentation', 'a:\n\tb: x', ':2'],
    ['a list', 'a:\n  - x', ':2'],
    ['a number', 'b: x\na: 12', ':2 a:'],
    ['a truth value', 'yes_no:\n  oui: true', ':2 yes_no.oui:'],
    ['an unknown field', 'a:\n  text: x\n  sound: y.ogg', ':2 a:'],
    ['a wrong review state', '_file: { review: perfect }', ':1 _file.review'],
    ['a key with a dot', 'b: x\na.b: x', ':2 key "a.b"'],
    ['__proto__', '__proto__: { polluted: x }', ':1 key'],
    ['an open placeholder', 'a: Bonjour {{name', ':1 a: a placeholder'],
    ['a placeholder with code', 'a: Bonjour {{name | upper}}', ':1 a: a placeholder'],
    ['a text instead of a map', 'bonjour', ':1'],
    [
      'deep nesting',
      Array.from({ length: 12 }, (_, level) => `${'  '.repeat(level)}k${level}:`).join('\n'),
      'nested deeper',
    ],
    ['brackets by the thousand', `a: ${'['.repeat(100_000)}`, ':1'],
    ['dashes by the thousand', `a: b\n${'- '.repeat(100_000)}`, ':2 nested too deeply'],
    ['question marks by the thousand', '? '.repeat(100_000), ':1 nested too deeply'],
    [
      'a staircase',
      Array.from({ length: 900 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
      ':65 nested',
    ],
    ['a megabyte', `a: ${'x'.repeat(1_000_001)}`, ':1 larger than'],
  ])('refuses %s', (_, yaml, message) => {
    expect(refusal(yaml)).toContain(`locales/bm/bot.yaml${message.startsWith(':') ? message : ''}`);
    expect(refusal(yaml)).toContain(message);
  });

  it('refuses what is not UTF-8', () => {
    expect(refusal(new Uint8Array([0x61, 0x3a, 0x20, 0xe9]))).toContain('save it as UTF-8');
    expect(refusal(Buffer.from('\ufeffa: b', 'utf16le'))).toContain('save it as UTF-8');
  });

  it('an empty file has no texts', () => {
    expect(read('').size).toBe(0);
    expect(read('# nothing yet\n').size).toBe(0);
  });

  it('T10: leaves the prototype alone', () => {
    refusal('__proto__: { polluted: x }');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
