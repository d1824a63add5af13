import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { detectLanguage } from './detect-language.ts';
import { suggestSwitch } from './suggest-switch.ts';

const lang = (text: string): string => detectLanguage(text).lang;

describe('L6: the language of a message', () => {
  it.each([
    ['je veux la paix', 'fr'],
    ['je suis à Gao', 'fr'],
    ['pk ya pas de courant', 'fr'],
    ['n bɛ hɛrɛ fɛ', 'bm'],
    ['n be here fe', 'bm'],
    ['ji tè an ka dougou la', 'bm'],
    ['N BƐ TAA SUGU LA', 'bm'],
    ['n bɛ taa sugu la'.normalize('NFD'), 'bm'],
    ['n bε taa sugu la', 'bm'],
  ])('%s is %s', (text, expected) => {
    expect(lang(text)).toBe(expected);
  });

  it('below three words, in other scripts, of names alone, and in English it is unknown', () => {
    const typed = [
      '',
      'oui',
      'awɔ',
      'non',
      'a la',
      'ne se',
      'si an',
      '1 2 3',
      '😀 😀 😀',
      'مرحبا بكم في مالي',
    ];
    for (const text of [...typed, 'Oumar Diarra Bamako', 'what is the news', 'i want to help you'])
      expect([text, lang(text)]).toEqual([text, 'unknown']);
  });

  it('offers the other language for a whole sentence of it, and never the one that is talked in', () => {
    expect(suggestSwitch('n bɛ hɛrɛ fɛ an ka jamana kɔnɔ', 'fr')).toBe('bm');
    expect(suggestSwitch('nous voulons la paix dans notre pays', 'bm')).toBe('fr');
    expect(suggestSwitch('n bɛ hɛrɛ fɛ an ka jamana kɔnɔ', 'bm')).toBeUndefined();
    expect(suggestSwitch('oui merci', 'bm')).toBeUndefined();
  });

  it('a sentence that mixes both is scored, and switches nothing', () => {
    for (const text of ['n bɛ la réunion na', 'je veux kunnafoni kura dɔn', 'la paix ye mun ye'])
      for (const current of ['fr', 'bm'])
        expect([text, suggestSwitch(text, current)]).toEqual([text, undefined]);
  });

  it('T10: any text has an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(['fr', 'bm', 'unknown']).toContain(lang(text));
      }),
      { seed: 1 },
    );
  });
});
