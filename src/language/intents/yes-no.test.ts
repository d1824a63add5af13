import { describe, expect, it } from '@jest/globals';
import { INTENT_WORDS, YES_OR_NO } from './words.ts';
import { readYesNo } from './yes-no.ts';

/** How one spelling may be typed: the foldings run backwards, and what phones add. */
function variants(spelling: string): string[] {
  const rewrites: [RegExp, string][] = [
    [/ɛ/gu, 'e'],
    [/ɛ/gu, 'è'],
    [/ɛ/gu, 'ε'],
    [/ɔ/gu, 'o'],
    [/ɔ/gu, 'ò'],
    [/ɔ/gu, 'ɔ̀'],
    [/ɲ/gu, 'gn'],
    [/u/gu, 'ou'],
    [/w/gu, 'ou'],
    [/j/gu, 'dj'],
    [/c/gu, 'tch'],
    [/'/gu, '’'],
    [/'/gu, ''],
    [/'/gu, ' '],
    [/-/gu, ' '],
    [/-/gu, ''],
    [/ /gu, ''],
    [/ /gu, '  '],
    [/([aeiouɛɔ])/gu, '$1$1'],
    [/([bcdfgklmnprst])/gu, '$1$1'],
    [/$/gu, ' !'],
    [/$/gu, ' 🙏'],
    [/(?<=.)/gu, '\u200b'],
  ];
  const once = [spelling, ...rewrites.map(([from, to]) => spelling.replace(from, to))];
  const twice = once.flatMap((form) => rewrites.map(([from, to]) => form.replace(from, to)));
  return [
    ...new Set([...once, ...twice].flatMap((form) => [form, form.toUpperCase(), form.normalize('NFD')])),
  ];
}

const confusions = (spellings: readonly string[], meaning: boolean) =>
  spellings.flatMap(variants).filter((typed) => {
    const found = readYesNo(typed);
    return found.kind === 'one' && found.value !== meaning;
  });

describe('L4: yes and no', () => {
  const yes = [...INTENT_WORDS.yes.fr, ...INTENT_WORDS.yes.bm];
  const no = [...INTENT_WORDS.no.fr, ...INTENT_WORDS.no.bm];

  it('are never taken for each other, however typed', () => {
    expect(yes.flatMap(variants).length + no.flatMap(variants).length).toBeGreaterThan(5000);
    expect(confusions(yes, true)).toEqual([]);
    expect(confusions(no, false)).toEqual([]);
  });

  it('each is understood as written', () => {
    for (const spelling of yes)
      expect([spelling, readYesNo(spelling)]).toEqual([spelling, { kind: 'one', value: true }]);
    for (const spelling of no)
      expect([spelling, readYesNo(spelling)]).toEqual([spelling, { kind: 'one', value: false }]);
  });

  it('ɔnhɔn is yes, ɔn-ɔn is no, and what is neither is asked', () => {
    expect(readYesNo('ɔnhɔn')).toEqual({ kind: 'one', value: true });
    expect(readYesNo('ɔn-ɔn')).toEqual({ kind: 'one', value: false });
    for (const typed of [...YES_OR_NO, 'onon', 'ONON'])
      expect([typed, readYesNo(typed).kind]).toEqual([typed, 'many']);
  });

  it.each([
    ['1', true],
    ['①', true],
    ['߂', false],
    ['2', false],
    ['👍🏿', true],
    ['👎', false],
    ['✅', true],
    ['oui oui', true],
    ['non non non', false],
    ['o', true],
    ['n', false],
    ['nn', false],
    ['oui, je veux bien', true],
    ["awɔ, n b'a fɛ", true],
    ['non, je ne suis pas d’accord, merci', false],
    ["ayi, n t'a fɛ", false],
    ['n bɛ a fɛ', true],
    ['n tɛ a fɛ', false],
    ['ɔ̃hɔ̃', true],
    ['ɔ̃-ɔ̃', false],
    ['absolument pas', false],
  ])('%s is %s', (typed, value) => {
    expect(readYesNo(typed)).toEqual({ kind: 'one', value });
  });

  it('yes and no together, or one with a question, are asked', () => {
    for (const typed of ['oui mais non', 'awɔ ayi', 'non oui', 'ok non merci', "non d'accord", 'ayi wa'])
      expect([typed, readYesNo(typed).kind]).toEqual([typed, 'many']);
  });

  it('no part of a sentence is an answer', () => {
    for (const typed of [
      'oui mais la route est coupée',
      "c'est pas bon",
      'je veux vraiment pas',
      'pas oui',
      'awɔ wa',
    ])
      expect([typed, readYesNo(typed).kind]).toEqual([typed, 'none']);
  });

  it('F3: anything else is no answer', () => {
    for (const typed of [
      '-1',
      '3',
      '12',
      '',
      '…',
      'peut-être',
      'true',
      'null',
      'success',
      'ayiw',
      'ouioui non',
      'je ne dis pas oui',
      '😀',
      'au',
    ])
      expect([typed, readYesNo(typed).kind]).toEqual([typed, 'none']);
  });
});
