import { describe, expect, it } from '@jest/globals';
import {
  type Correction,
  decide,
  fingerprintOf,
  isError,
  type ProblemCode,
} from '../../../src/language/reviewing/index.ts';
import { choicesIn, folder } from './folder.ts';

const { dir, rows: read } = folder();
const rows = read();
const choices = choicesIn(dir);
const MESSAGE = 'annonce/annonce';
const BUTTON = 'annonce/choix.choices.venir';

/** A line as it left, filled with what is given. */
function line(id: string, given: Partial<Correction>): Correction {
  const row = rows.find((one) => one.id === id);
  return {
    ...{ id, at: 'relecture.xlsx, Textes, 2', text: '', verdict: 'none', remark: '', by: 'Awa Traoré' },
    seen: { french: fingerprintOf(row?.french ?? ''), text: fingerprintOf(row?.text ?? '') },
    french: row?.french ?? '',
    ...given,
  };
}
const decided = (...lines: Correction[]) => decide(lines, { rows, choices });
const codes = (...lines: Correction[]) => decided(...lines).problems.map(({ code }) => code);

describe('L2: what a reviewer wrote', () => {
  it('changes the words, approves them, or neither', () => {
    const { changes, problems } = decided(
      line('bot/oui', { verdict: 'yes' }),
      line(MESSAGE, { text: '{{qui}} : {{jour, jour}}', verdict: 'yes' }),
      line('annonce/sport', { text: 'Farikoloɲɛnajɛ', verdict: 'no', remark: 'Le mot des stades.' }),
      line('bot/menu', { verdict: 'no', remark: 'Sugandiliw ?' }),
    );
    expect(problems).toEqual([]);
    expect(changes.map(({ id, text, state, remark }) => [id, text, state, remark])).toEqual([
      ['bot/oui', 'Awɔ', 'reviewed', ''],
      [MESSAGE, '{{qui}} : {{jour, jour}}', 'reviewed', ''],
      ['annonce/sport', 'Farikoloɲɛnajɛ', 'draft', 'Le mot des stades.'],
      ['bot/menu', 'Menu', 'draft', 'Sugandiliw ?'],
    ]);
  });

  it('changes nothing where nothing was written, or the same as before', () => {
    const same = decided(line('bot/oui', {}), line('bot/menu', { text: ' Menu\r\n', verdict: 'no' }));
    expect(same).toEqual({ changes: [], problems: [], untouched: 2 });
  });

  it('is normalised to NFC, without what spreadsheets add', () => {
    const { changes } = decided(
      line('bot/oui', { text: '\u{FEFF}Fran\u0063\u0327ais_x000D_\r\nAwɔ ', verdict: 'yes' }),
    );
    expect(changes[0]?.text).toBe('Français\nAwɔ');
  });
});

describe('L2: every line that cannot be taken is named with its reason, and its text stays', () => {
  const yes = { verdict: 'yes' } as const;
  it.each<[ProblemCode, string, Partial<Correction>]>([
    ['key_unknown', 'annonce/gone', yes],
    [
      'french_changed',
      MESSAGE,
      { ...yes, seen: { ...line(MESSAGE, {}).seen, french: fingerprintOf('Avant') } },
    ],
    ['text_changed', MESSAGE, { ...yes, seen: { ...line(MESSAGE, {}).seen, text: fingerprintOf('Avant') } }],
    ['reviewer_missing', 'bot/oui', { ...yes, by: ' ' }],
    ['formula', 'bot/oui', { ...yes, text: '=HYPERLINK("http://x")' }],
    ['formula', 'bot/oui', { ...yes, text: '+223' }],
    ['formula', 'bot/oui', { ...yes, text: '@SUM(1)' }],
    ['formula', 'bot/oui', { ...yes, text: '-1+1' }],
    ['formula', 'bot/oui', { ...yes, remark: '=1+1' }],
    ['formula', 'bot/oui', { ...yes, by: '=cmd' }],
    ['invisible', 'bot/oui', { ...yes, text: 'Aw\u202eɔ' }],
    ['invisible', 'bot/oui', { ...yes, text: 'Aw\u0000ɔ' }],
    ['invisible', 'bot/oui', { ...yes, text: 'Aw\ud800ɔ' }],
    ['look_alike', 'bot/oui', { ...yes, text: 'Awε' }],
    ['look_alike', 'bot/oui', { ...yes, text: 'Лɛ' }],
    ['look_alike', 'bot/oui', { ...yes, text: 'Dℇ' }],
    ['look_alike', 'bot/oui', { ...yes, text: 'ʃɛ' }],
    ['tone', 'bot/oui', { ...yes, text: 'Awɔ\u0301' }],
    ['tone', 'bot/oui', { ...yes, text: 'Bálá' }],
    ['tone', 'bot/oui', { ...yes, text: 'ka\u030cn' }],
    ['placeholder_missing', MESSAGE, { ...yes, text: '{{jour, jour}} la' }],
    ['placeholder_added', MESSAGE, { ...yes, text: '{{jour, jour}} {{qui}} {{prix}}' }],
    ['placeholder_added', MESSAGE, { ...yes, text: '{{jour}} {{qui}}' }],
    ['placeholder_broken', MESSAGE, { ...yes, text: '{{jour, jour} {{qui}}' }],
    ['placeholder_broken', MESSAGE, { ...yes, text: '{jour} {{jour, jour}} {{qui}}' }],
    ['too_long', BUTTON, { ...yes, text: 'N bɛ na ni n teriw bɛɛ ye sini' }],
  ])('%s: %s %j', (code, id, given) => {
    const { changes, problems } = decided(line(id, given));
    expect(problems.map((one) => one.code)).toContain(code);
    expect(problems.every(({ at }) => at === 'relecture.xlsx, Textes, 2')).toBe(true);
    expect(changes).toEqual([]);
  });

  it('shows both where the French or the text has changed since the export', () => {
    const seen = { french: fingerprintOf('Avant'), text: fingerprintOf('Kɔrɔ') };
    expect(decided(line('bot/oui', { ...yes, text: 'Ɔwɔ', seen, french: 'Avant' })).problems).toEqual([
      expect.objectContaining({ code: 'french_changed', given: 'Avant', expected: 'Oui' }),
      expect.objectContaining({ code: 'text_changed', given: 'Ɔwɔ', expected: 'Awɔ' }),
    ]);
  });

  it('two reviewers who want the same are one; who differ are shown both, and neither is taken', () => {
    const [one, other] = [
      line('bot/oui', { ...yes, text: 'Ɔwɔ', by: 'Awa', at: 'awa.xlsx, Textes, 2' }),
      line('bot/oui', { ...yes, text: 'Ɔnhɔn', by: 'Bakary', at: 'bakary.po:9' }),
    ];
    expect(decided(one, { ...one, at: 'again.xlsx, Textes, 2' }).changes).toHaveLength(1);
    const { changes, problems } = decided(one, other);
    expect(changes).toEqual([]);
    expect(problems).toEqual([
      {
        code: 'two_differ',
        at: 'bakary.po:9',
        id: 'bot/oui',
        given: '« Ɔnhɔn », yes, Bakary',
        expected: 'awa.xlsx, Textes, 2: « Ɔwɔ », yes, Awa',
      },
    ]);
  });

  it.each<[ProblemCode, string, Partial<Correction>]>([
    ['verdict_missing', 'bot/oui', { text: 'Ɔwɔ' }],
    ['term_deviates', 'bot/oui', { ...yes, text: 'Hɛrɛ' }],
    ['accent', 'bot/oui', { ...yes, text: 'Ségou' }],
    ['french_edited', 'bot/oui', { ...yes, french: 'Oui !' }],
  ])('%s is a warning, and the line is taken', (code, id, given) => {
    const { changes, problems } = decided(line(id, given));
    expect(problems.map((one) => [one.code, isError(one)])).toEqual([[code, false]]);
    expect(changes).toHaveLength(1);
  });

  it('an approved text without words is nothing', () => {
    expect(decided(line('bot/absent', yes)).changes).toEqual([]);
  });

  it('a word of a list, an emoji and a line break are none of these', () => {
    expect(codes(line('bot/oui', { ...yes, text: '- Awɔ\n- Ayi 👍🏾❤️' }))).toEqual([]);
  });
});
