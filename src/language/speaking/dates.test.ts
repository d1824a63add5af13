import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { shipped } from '../../../test/flows/shipped.ts';
import type { LocaleText } from './locale-text.ts';
import { readLocaleFile } from './locales.ts';
import { loadSpeaker } from './speaker.ts';

const NBSP = '\u00a0';

/** The shipped words of dates, and a flow's text around them. */
function speakerOf(text: string) {
  const dir = mkdtempSync(join(tmpdir(), 'dates-'));
  for (const lang of ['fr', 'bm']) {
    mkdirSync(join(dir, lang, 'flows'), { recursive: true });
    const words = shipped.speaker.locales.get(lang)?.get('bot') ?? new Map<string, LocaleText>();
    const lines = [...words]
      .filter(([key]) => key.startsWith('dates.'))
      .map(([key, { text: is }]) => [key, is] as const);
    writeFileSync(join(dir, lang, 'bot.yaml'), nested(lines));
    writeFileSync(join(dir, lang, 'flows', 'f.yaml'), JSON.stringify({ un: text }));
  }
  return loadSpeaker({ localesDir: dir, onMissing: () => undefined });
}

function nested(lines: (readonly [string, string])[]): string {
  const root: Record<string, unknown> = {};
  for (const [path, text] of lines) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let at = root;
    for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>;
    at[last] = text;
  }
  return JSON.stringify(root);
}

describe('L7: days and hours in the person’s language', () => {
  const speaker = speakerOf('{{quand, jour}} · {{quand,heure}}');
  const say = (lang: string, quand: string | null) => speaker.say(lang, { flow: 'f', key: 'un' }, { quand });

  it.each([
    [
      '2026-12-12T16:00',
      `samedi 12 décembre · 16${NBSP}h`,
      `sibiri desanburukalo tile 12 · nɛgɛ kanɲɛ${NBSP}16`,
    ],
    [
      '2026-11-01T09:05:30',
      `dimanche 1er novembre · 9${NBSP}h${NBSP}05`,
      `kari nowanburukalo tile 1 · nɛgɛ kanɲɛ${NBSP}9 ni miniti${NBSP}05`,
    ],
    ['2028-02-29T00:00', `mardi 29 février · 0${NBSP}h`, `tarata feburuyekalo tile 29 · nɛgɛ kanɲɛ${NBSP}0`],
    ['2027-05-03', 'lundi 3 mai · 2027-05-03', 'ntɛnɛn mɛkalo tile 3 · 2027-05-03'],
  ])('%s', (value, fr, bm) => {
    expect(say('fr', value)).toBe(fr);
    expect(say('bm', value)).toBe(bm);
  });

  it.each([
    'samedi',
    '',
    '2026-02-30T10:00',
    '2026-13-01',
    '0026-01-01',
    '2026-01-01T24:00',
    '2026-01-01T10:00Z',
    '$t(un)',
    '{{quand}}',
  ])('what is no date is said as it is: %j', (value) => {
    expect(say('fr', value)).toBe(`${value} · ${value}`);
  });

  it('nothing is said for nothing', () => {
    expect(say('bm', null)).toBe(' · ');
  });

  it('every day of the week and every month has its word in both languages', () => {
    for (const lang of ['fr', 'bm']) {
      const days = Array.from({ length: 7 }, (_, n) => say(lang, `2026-06-0${n + 1}`).split(' ')[0]);
      expect(new Set(days).size).toBe(7);
      const months = Array.from({ length: 12 }, (_, n) =>
        say(lang, `2026-${String(n + 1).padStart(2, '0')}-15`),
      );
      expect(months.filter((words) => words.startsWith('2026'))).toEqual([]);
    }
  });

  it('a language without words for dates says them in French', () => {
    const dir = mkdtempSync(join(tmpdir(), 'dates-'));
    for (const [lang, words] of [
      [
        'fr',
        {
          dates: {
            day: '{{weekday}} {{number}} {{month}}',
            weekdays: { sat: 'samedi' },
            months: { 12: 'décembre' },
          },
          un: '',
        },
      ],
      ['ff', { un: '{{quand, jour}}' }],
    ] as const) {
      mkdirSync(join(dir, lang), { recursive: true });
      writeFileSync(join(dir, lang, 'bot.yaml'), JSON.stringify(words));
    }
    const both = loadSpeaker({ localesDir: dir, onMissing: () => undefined });
    const said = (quand: string) => both.say('ff', { flow: 'bot', key: 'un' }, { quand });
    expect(said('2026-12-12')).toBe('samedi 12 décembre');
    // Sunday has no word even there.
    expect(said('2026-12-13')).toBe('2026-12-13');
  });

  it('a format nobody knows is refused with its place', () => {
    const file = Buffer.from('a: Le {{quand, semaine}}\n');
    expect(() => readLocaleFile(file, 'locales/fr/bot.yaml')).toThrow(
      /locales\/fr\/bot\.yaml:1 a: a placeholder/,
    );
  });
});
