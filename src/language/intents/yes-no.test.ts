import { describe, expect, it } from '@jest/globals';
import { yesNoConfusions } from '../evaluating/yes-no.ts';
import { INTENT_WORDS, YES_OR_NO } from './words.ts';
import { readYesNo } from './yes-no.ts';

describe('L4: yes and no', () => {
  const yes = [...INTENT_WORDS.yes.fr, ...INTENT_WORDS.yes.bm];
  const no = [...INTENT_WORDS.no.fr, ...INTENT_WORDS.no.bm];

  it('are never taken for each other, however typed', () => {
    const { spellings, confused } = yesNoConfusions();
    expect(spellings).toBeGreaterThan(5000);
    expect(confused).toEqual([]);
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
