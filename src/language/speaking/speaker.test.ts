import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkTerms } from './check-terms.ts';
import { compareLocales } from './compare-locales.ts';
import { readLocales } from './locales.ts';
import { loadSpeaker, type MissingText } from './speaker.ts';

/** A folder of locale files on disk. */
function localesOf(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'locales-'));
  for (const [path, yaml] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), yaml);
  }
  return dir;
}

function speakerOf(files: Record<string, string>) {
  const missing: MissingText[] = [];
  const speaker = loadSpeaker({ localesDir: localesOf(files), onMissing: (text) => missing.push(text) });
  return { speaker, missing };
}

const FILES = {
  'fr/bot.yaml':
    'greet: Bonjour {{name}}\nonly: Seulement ici\ncount_one: "{{count}} place"\ncount_many: "{{count}} de places"\ncount_other: "{{count}} places"\n',
  'fr/flows/menu.yaml': 'top:\n  ask: Que veux-tu faire ?\n  choices:\n    "18-25": De 18 à 25 ans\n',
  'bm/bot.yaml': 'greet: I ni ce {{name}}\ncount_other: "yɔrɔ {{count}}"\n',
  'bm/flows/menu.yaml': 'top:\n  ask: I bɛ fɛ ka mun kɛ ?\n  choices:\n    "18-25": San 18 fo 25\n',
};

describe('speaking', () => {
  it('F6: learns the texts a flow was published with, and those of an older version under a name of its own', () => {
    const { speaker, missing } = speakerOf(FILES);
    const count = { count_one: '{{count}} voix', count_other: '{{count}} voix en tout' };
    speaker.learn('menu', { fr: { 'top.ask': 'Que fais-tu, {{name}} ?' } });
    speaker.learn('menu@abc', { fr: { 'top.ask': 'Autrefois', ...count }, bm: { 'top.ask': 'Fɔlɔ' } });
    expect(speaker.say('fr', { flow: 'menu', key: 'top.ask' }, { name: 'Awa' })).toBe('Que fais-tu, Awa ?');
    expect(speaker.say('bm', { flow: 'menu@abc', key: 'top.ask' })).toBe('Fɔlɔ');
    expect(speaker.say('fr', { flow: 'menu@abc', key: 'count' }, { count: 3 })).toBe('3 voix en tout');
    expect(speaker.text('fr', { flow: 'menu@abc', key: 'count' })).toBe('{{count}} voix en tout');
    // What is not among them is gone, whatever the files say.
    expect(speaker.text('fr', { flow: 'menu', key: 'top.choices.18-25' })).toBeUndefined();
    expect(missing).toEqual([]);
  });

  it('L1: a language is a folder', () => {
    const { speaker } = speakerOf({ ...FILES, 'ff/bot.yaml': 'greet: Jaaraama {{name}}\n' });
    expect([...speaker.languages].sort()).toEqual(['bm', 'ff', 'fr']);
    expect(speaker.say('ff', { flow: 'bot', key: 'greet' }, { name: 'Awa' })).toBe('Jaaraama Awa');
  });

  it('finds texts by flow and dotted key', () => {
    const { speaker } = speakerOf(FILES);
    expect(speaker.say('bm', { flow: 'menu', key: 'top.ask' })).toBe('I bɛ fɛ ka mun kɛ ?');
    expect(speaker.text('bm', { flow: 'menu', key: 'top.choices.18-25' })).toBe('San 18 fo 25');
    for (const key of ['top', 'constructor', '__proto__', 'toString'])
      expect(speaker.text('bm', { flow: 'menu', key })).toBeUndefined();
  });

  it('a missing text falls back and is reported once', () => {
    const { speaker, missing } = speakerOf(FILES);
    for (let time = 0; time < 3; time++)
      expect(speaker.say('bm', { flow: 'bot', key: 'only' })).toBe('Seulement ici');
    expect(missing).toEqual([{ lang: 'bm', flow: 'bot', key: 'only' }]);
  });

  it('a text no language has never shows its key', () => {
    const { speaker, missing } = speakerOf(FILES);
    expect(speaker.say('xx', { flow: 'none', key: 'a.b' })).toBe('…');
    expect(missing).toHaveLength(1);
  });

  it('L7: plural forms by language, numbers as in Mali', () => {
    const { speaker } = speakerOf(FILES);
    const say = (lang: string, count: number) => speaker.say(lang, { flow: 'bot', key: 'count' }, { count });
    expect(say('fr', 1)).toBe('1 place');
    expect(say('fr', 12_500)).toBe('12\u00a0500 places');
    expect(say('fr', 1_000_000)).toBe('1\u00a0000\u00a0000 de places');
    expect(say('bm', 1)).toBe('yɔrɔ 1');
    expect(say('bm', 12_500)).toBe('yɔrɔ 12\u00a0500');
  });

  it('T10: what a person typed stays words', () => {
    const { speaker } = speakerOf(FILES);
    for (const name of ['<b>&"', '{{name}}', '$t(only)', '$t(only, {"lng":"fr"})', '${x}', '%s'])
      expect(speaker.say('fr', { flow: 'bot', key: 'greet' }, { name })).toBe(`Bonjour ${name}`);
    expect(speaker.say('fr', { flow: 'bot', key: 'greet' }, { name: null })).toBe('Bonjour ');
    expect(speaker.say('fr', { flow: 'bot', key: 'greet' }, { name: true })).toBe('Bonjour true');
  });

  it('L1: counts where a language stands', () => {
    const { speaker } = speakerOf({
      'fr/bot.yaml': '_file: { review: reviewed }\na: A\nb: B\nc: C\n',
      'bm/bot.yaml': 'a: { text: A, source: UDHR, review: reviewed }\nb: { text: B, kept: fr }\n',
    });
    expect(speaker.provenance('bm')).toEqual({
      total: 3,
      sourced: 1,
      kept: 1,
      unsourced: 0,
      missing: 1,
      unreviewed: 1,
      keptShare: 0.333,
    });
    expect(speaker.provenance('fr')).toMatchObject({
      total: 3,
      sourced: 0,
      kept: 0,
      missing: 0,
      unreviewed: 0,
    });
  });

  it('refuses a folder without languages', () => {
    expect(() => readLocales(localesOf({ 'readme.yaml': 'a: b' }))).toThrow('no language folder');
    expect(() => readLocales('/nowhere')).toThrow('no language folder');
  });
});

describe('L1: the languages agree', () => {
  it('on base keys and placeholders, plural forms aside', () => {
    const complete = { ...FILES, 'bm/bot.yaml': `${FILES['bm/bot.yaml']}only: Yan dɔrɔn\n` };
    expect(compareLocales(readLocales(localesOf(complete)))).toEqual([]);
  });

  it('and every difference is named with file, line and key', () => {
    const found = compareLocales(
      readLocales(
        localesOf({
          'fr/bot.yaml': 'a: A\nb: B {{x}}\n',
          'bm/bot.yaml': 'c: C\nb: B {{y}}\n',
        }),
      ),
    );
    expect(found.map(({ code, file, line, key }) => [code, file, line, key])).toEqual([
      ['text_missing', 'locales/fr/bot.yaml', 1, 'a'],
      ['placeholders_differ', 'locales/bm/bot.yaml', 2, 'b'],
      ['text_unknown', 'locales/bm/bot.yaml', 1, 'c'],
    ]);
  });
});

describe('L2: terms', () => {
  const TERMS =
    'choices:\n  - { concept: paix, choose: bɛn, instead_of: [hɛrɛ], except: ["ka tile hɛrɛ"], reason: r }\n';
  const check = (text: string, terms = TERMS) => {
    const dir = localesOf({ 'fr/bot.yaml': 'a: A\n', 'bm/bot.yaml': text, 'bm/terms.yaml': terms });
    return checkTerms(dir, readLocales(dir)).map(({ line, message }) => `${line} ${message}`);
  };

  it('flags another word than the chosen one, and its plural', () => {
    expect(check('b: x\na: An bɛ hɛrɛ ɲini\n')).toEqual(['2 a says "hɛrɛ"; terms.yaml chose "bɛn"']);
    expect(check('a: Hɛrɛw\n')).toHaveLength(1);
  });

  it('not in a compound, an excepted phrase, or a text left in French', () => {
    expect(check('a: hɛrɛbana\n')).toEqual([]);
    expect(check('a: Ka tile hɛrɛ !\n')).toEqual([]);
    expect(check('a: { text: hɛrɛ, kept: fr }\n')).toEqual([]);
  });

  it('a broken terms file names its line', () => {
    expect(() => check('a: x\n', 'choices:\n  - concept: paix\n')).toThrow(
      'locales/bm/terms.yaml:2 choices.0.',
    );
  });
});
