import { describe, expect, it } from '@jest/globals';
import { compileVersion } from '../../../engine/versions/compile-version.ts';
import { understanding } from '../../../language/index.ts';
import type { Side } from '../publishing/ports.ts';
import { type Comparison, comparisonOf, isEmpty } from './comparison.ts';
import { changedLines } from './lines.ts';
import { besides } from './sequence.ts';
import { wordByWord } from './words.ts';

/** Texts that are there, whatever is asked for: what is compared here is structure. */
const TEXTS = { languages: ['fr'], fallback: 'fr', text: () => 'mots' };

function side(steps: string, words: Record<string, string> = {}, head = ''): Side {
  const source = `id: prix\n${head}steps:\n${steps}`;
  const structure = compileVersion(
    { flow: 'prix', hash: source, source },
    { texts: TEXTS, understanding, known: { calls: [], effects: [] }, flows: [] },
  );
  return { source, words: { fr: words }, ...(structure && { structure }) };
}

const CHER = '  - ask: cher\n    type: choice\n    choices: [oui, non]\n';
const AGE = '  - ask: age\n    type: number\n    min: 12\n';
const FIN = '  - say: fin\n';
const MORE = CHER.replace('non', 'non, peu');

const told = ({ steps }: Comparison): unknown[] =>
  steps.map(({ kind, step, fields, fate }) => [
    kind,
    step.key ?? step.kind,
    fields.map(({ field, was, is }) => `${field}: ${was ?? '-'} → ${is ?? '-'}`).join('; '),
    fate ?? '',
  ]);

describe('W3: a draft beside the published version, step by step', () => {
  it.each<[string, string, string, unknown[]]>([
    ['nothing', CHER + AGE, CHER + AGE, []],
    ['only a comment', CHER, `  # pour les marchés\n${CHER}`, []],
    ['a step came', CHER + FIN, CHER + AGE + FIN, [['new', 'age', '', '']]],
    ['a step went', CHER + AGE + FIN, CHER + FIN, [['gone', 'age', '', 'pinned']]],
    [
      'choices: an answer to the old ones is none to the new ones',
      CHER,
      MORE,
      [['changed', 'cher', 'choices: [ oui, non ] → [ oui, non, peu ]', 'pinned']],
    ],
    ['a limit', AGE, AGE.replace('12', '18'), [['changed', 'age', 'min: 12 → 18', 'moves']]],
    ['the order', CHER + AGE + FIN, AGE + CHER + FIN, [['moved', 'cher', '', 'moves']]],
    [
      'a step moved into a block',
      `${CHER}  - if: answers.cher == "oui"\n    then:\n      - say: fin\n${AGE}`,
      `${CHER}  - if: answers.cher == "oui"\n    then:\n      - say: fin\n      - ask: age\n        type: number\n        min: 12\n`,
      [['moved', 'age', '', 'moves']],
    ],
    [
      'the condition of a step without a key',
      `${CHER}  - if: answers.cher == "oui"\n    then: { goto: fin }\n${AGE}${FIN}`,
      `${CHER}  - if: answers.cher == "non"\n    then: { goto: fin }\n${AGE}${FIN}`,
      [['changed', 'if', 'if: answers.cher == "oui" → answers.cher == "non"', '']],
    ],
    [
      'a step without a key pushed down by another is the same one',
      `${CHER}  - set: { vars.a: 1 }\n${FIN}`,
      `${CHER}${AGE}  - set: { vars.a: 1 }\n${FIN}`,
      [['new', 'age', '', '']],
    ],
  ])('%s', (_what, was, is, expected) => {
    expect(told(comparisonOf('prix', { was: side(was), is: side(is) }))).toEqual(expected);
  });

  it('a question that migrates is asked first, or moves where it was renamed', () => {
    const was = side(CHER + FIN);
    const renamed = side(CHER.replace('cher', 'tarif') + FIN, {}, 'migrate: { cher: tarif }\n');
    const elsewhere = side(FIN, {}, 'migrate: { cher: fin }\n');
    expect(told(comparisonOf('prix', { was, is: renamed }))).toContainEqual(['gone', 'cher', '', 'moves']);
    expect(told(comparisonOf('prix', { was, is: elsewhere }))).toContainEqual([
      ...['gone', 'cher', '', 'asked_anew'],
    ]);
  });

  it('tells settings above the steps, texts of each language, and lines with those around them', () => {
    const was = side(CHER, { 'cher.ask': 'Est-ce cher ?', 'cher.retry': 'Touche un bouton.' });
    const is = side(CHER, { 'cher.ask': 'Est-ce abordable ?', merci: 'Merci' }, 'expires: 7d\n');
    const found = comparisonOf('prix', { was, is });
    expect(found.header).toEqual([{ field: 'expires', is: '7d' }]);
    expect(found.words).toEqual([
      {
        lang: 'fr',
        changes: [
          { key: 'cher.ask', was: 'Est-ce cher ?', is: 'Est-ce abordable ?' },
          { key: 'cher.retry', was: 'Touche un bouton.' },
          { key: 'merci', is: 'Merci' },
        ],
      },
    ]);
    expect(found.lines).toEqual([
      [
        { kind: 'same', was: 1, is: 1, text: 'id: prix' },
        { kind: 'new', is: 2, text: 'expires: 7d' },
        { kind: 'same', was: 2, is: 3, text: 'steps:' },
        { kind: 'same', was: 3, is: 4, text: '  - ask: cher' },
        { kind: 'same', was: 4, is: 5, text: '    type: choice' },
      ],
    ]);
    expect(isEmpty(comparisonOf('prix', { was, is: was }))).toBe(true);
  });

  it('a new flow and one that is taken away are told whole', () => {
    expect(told(comparisonOf('prix', { is: side(FIN) }))).toEqual([['new', 'fin', '', '']]);
    expect(told(comparisonOf('prix', { was: side(FIN) }))).toEqual([['gone', 'fin', '', '']]);
  });

  it('a file whose faults hide its steps is compared by lines and words alone', () => {
    const broken = { source: 'id: prix\nsteps: [{ dis: bonjour }]\n', words: { fr: {} } };
    const found = comparisonOf('prix', { was: side(FIN, { fin: 'Merci' }), is: broken });
    expect([found.unread, found.steps, found.lines.length, found.words.length]).toEqual([true, [], 1, 1]);
  });
});

describe('W3: what differs between two lists', () => {
  it('put together again gives both, and never more than the shorter way, for 500 random edits', () => {
    let seed = 7;
    const chance = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 16) % below;
    };
    for (let round = 0; round < 500; round += 1) {
      const was = Array.from({ length: chance(12) }, () => String(chance(5)));
      const is = was.flatMap((entry) =>
        chance(4) > 0 ? [entry] : chance(2) > 0 ? [] : [entry, String(chance(5))],
      );
      const found = besides(was, is, (entry) => entry);
      expect(found.flatMap((row) => (row.kind === 'new' ? [] : [row.was]))).toEqual(was);
      expect(found.flatMap((row) => (row.kind === 'gone' ? [] : [row.is]))).toEqual(is);
      const edits = found.filter(({ kind }) => kind !== 'same').length;
      const dropped = was.length + is.length - 2 * longestCommon(was, is);
      expect(edits).toBe(dropped);
    }
  });

  it('of two files too long to compare line by line the whole is told', () => {
    const long = (mark: string): string => Array.from({ length: 5_000 }, (_, n) => `${mark}${n}`).join('\n');
    expect(changedLines(long('a'), long('b')).flat()).toHaveLength(10_000);
  });

  it('texts are told word by word, and no space is lost', () => {
    const parts = wordByWord('Est-ce cher ?', 'Est-ce  trop cher ?');
    expect(parts.flatMap((part) => (part.kind === 'new' ? [] : [part.was])).join('')).toBe('Est-ce cher ?');
    expect(parts.flatMap((part) => (part.kind === 'gone' ? [] : [part.is])).join('')).toBe(
      'Est-ce  trop cher ?',
    );
    expect(parts.flatMap((part) => (part.kind === 'new' ? [part.is.trim()] : []))).toContain('trop');
  });

  it.each([
    ['an empty file and one line', '', 'id: prix\n', ['new']],
    ['the same with other ends of lines', 'id: prix\r\nsteps: []\r\n', 'id: prix\nsteps: []\n', []],
  ])('%s', (_what, was, is, kinds) => {
    expect(
      changedLines(was, is)
        .flat()
        .map(({ kind }) => kind),
    ).toEqual(kinds);
  });
});

/** The textbook's way, to hold ours to. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const [head, ...rest] = a;
  if (head === undefined || b.length === 0) return 0;
  const at = b.indexOf(head);
  const without = longestCommon(rest, b);
  return at === -1 ? without : Math.max(without, 1 + longestCommon(rest, b.slice(at + 1)));
}
