import { describe, expect, it } from '@jest/globals';
import { compileOptions } from './read-option.ts';

const match = (labels: Record<string, string | string[]>) => {
  const find = compileOptions(
    Object.entries(labels).map(([key, label]) => ({ key, labels: [label].flat() })),
  );
  return (typed: string): string => {
    const found = find(typed);
    if (found.kind === 'none') return 'none';
    return found.kind === 'one' ? found.value : found.values.join('|');
  };
};

const priority = match({
  securite: ['🛡️ La sécurité', 'Lakana'],
  eau: ["💧 L'eau", 'Ji'],
  ecole: ["🏫 L'école", 'Lakɔli'],
  travail: ['Le travail', 'Baara'],
});

describe('C7: a choice by its place in the list', () => {
  it.each([
    '2',
    '②',
    '❷',
    '2️⃣',
    '٢',
    '۲',
    '߂',
    '２',
    '2.',
    '2)',
    '(2)',
    'n° 2',
    'Nº2',
    'le 2',
    'choix 2',
    '02',
    '2 svp',
    '2 eau',
    '2. Ji',
    'deux',
    'fila',
  ])('%s is the second', (typed) => {
    expect(priority(typed)).toBe('eau');
  });

  it.each(['0', '5', '-2', '−2', '2e1', '1,5', '2/3', '22', '2 fois par jour', '1000000000000000000000'])(
    '%s is none',
    (typed) => {
      expect(priority(typed)).toBe('none');
    },
  );

  it('asks when the digit and the label disagree', () => {
    expect(priority('2 école')).toBe('eau|ecole');
    const counts = match({ none: '0', one: '1', two: '2' });
    expect(counts('1')).toBe('none|one');
    expect(counts('0')).toBe('none');
  });
});

describe('C7: a choice by its label', () => {
  it.each([
    ['🛡️ La sécurité', 'securite'],
    ['la sécurité', 'securite'],
    ['SECURITE', 'securite'],
    ['l’eau', 'eau'],
    ['leau', 'eau'],
    ['Eau 💧', 'eau'],
    ['ji', 'eau'],
    ['dji', 'eau'],
    ['lakɔli', 'ecole'],
    ['lakoli', 'ecole'],
    ['lacoli', 'ecole'],
    ['sécurte', 'securite'],
    ['secruité', 'securite'],
    ['ecolle', 'ecole'],
    ['ekole', 'ecole'],
    ['travial', 'travail'],
    ['bara', 'travail'],
  ])('%s is %s', (typed, key) => {
    expect(priority(typed)).toBe(key);
  });

  it.each(['insécurité', 'je', 'ja', 'li', 'success', 'null', 'true', 'undefined', '', '😀', 'aide moi'])(
    '%s is none',
    (typed) => {
      expect(priority(typed)).toBe('none');
    },
  );

  it('a word that stands in two labels is asked', () => {
    const contact = match({ satisfied: 'Très satisfait', unsatisfied: 'Pas satisfait' });
    expect(contact('satisfait')).toBe('satisfied|unsatisfied');
    expect(contact('pas satisfait')).toBe('unsatisfied');
    expect(contact('pas satifait')).toBe('unsatisfied');
  });

  it('two labels equally near are asked', () => {
    expect(match({ kati: 'Kati', kita: 'Kita' })('kata')).toBe('kati|kita');
  });
});

describe('L4: traps stay apart where both are options', () => {
  it.each([
    ['ko', 'kɔ'],
    ['don', 'dɔn'],
    ['bɛ', 'bɛɛ'],
    ['baara', 'bara'],
    ['aide', 'ayi dɛ'],
    ['ɔnhɔn', 'ɔn-ɔn'],
    ["n b'a fɛ", "n t'a fɛ"],
  ])('%s and %s', (one, other) => {
    const find = match({ one, other });
    for (const dress of [
      (label: string) => label,
      (label: string) => label.toUpperCase(),
      (label: string) => `${label} !`,
    ]) {
      expect([one, find(dress(one))]).toEqual([one, 'one']);
      expect([other, find(dress(other))]).toEqual([other, 'other']);
    }
  });

  it('a tone mark tells ɔ from o', () => {
    const find = match({ matter: 'ko', back: 'kɔ' });
    expect(find('kɔ́')).toBe('back');
    expect(find('kó')).toBe('matter');
  });

  it('an opposite is no typing error', () => {
    const wanted = match({ wanted: "n b'a fɛ" });
    expect(wanted("n t'a fɛ")).toBe('none');
  });

  it('what only the fold cannot tell is asked', () => {
    expect(match({ hand: 'bɔlɔ', arm: 'bolo' })('bólò')).toBe('arm');
    expect(match({ hand: 'bɔlɔ', other: 'bɔlo' })('bolo')).toBe('hand|other');
  });
});
