import { describe, expect, it } from '@jest/globals';
import { readWriting } from './read-writing.ts';

describe('L6, L9: in what a message was written that nothing understood', () => {
  it.each([
    ['n bɛ hɛrɛ fɛ an ka jamana kɔnɔ', 'fr', { kind: 'language', lang: 'bm' }],
    ['nous voulons la paix dans notre pays', 'bm', { kind: 'language', lang: 'fr' }],
    ['nous voulons la paix dans notre pays', 'fr', { kind: 'unknown' }],
    ['n bɛ la réunion na', 'fr', { kind: 'unknown' }],
    ['hɛrɛ fɛ', 'fr', { kind: 'unknown' }],
    ['ߊߟߎ߫ ߣߌ߫ ߗߋ߫', 'fr', { kind: 'nko' }],
    ['paix ߓߍ߲', 'bm', { kind: 'nko' }],
    // Digits of N'Ko are numbers in any text.
    ['߂߅', 'fr', { kind: 'unknown' }],
    ['مرحبا بكم في مالي', 'fr', { kind: 'unknown' }],
    ['', 'fr', { kind: 'unknown' }],
    // Whoever chose a region pack reads French.
    ['nous voulons la paix dans notre pays', 'ses', { kind: 'unknown' }],
  ])('%j in a talk in %s', (text, lang, expected) => {
    expect(readWriting(text, lang)).toEqual(expected);
  });
});
