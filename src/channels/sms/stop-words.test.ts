import { describe, expect, it } from '@jest/globals';
import { carrierWord } from './stop-words.ts';

describe('C15, T8: words networks teach', () => {
  it.each([
    'STOP',
    'stop',
    ' Stop. ',
    'STOP 36000',
    'STOPALL',
    'STOP ALL',
    'Unsubscribe',
    'END',
    'QUIT',
    'CANCEL',
    'STOP SMS',
  ])('%j stops', (text) => {
    expect(carrierWord(text)).toBe('stop');
  });

  it.each([
    ['START', 'menu'],
    ['UNSTOP', 'menu'],
    ['HELP', 'help'],
  ])('%s: %s', (text, intent) => {
    expect(carrierWord(text)).toBe(intent);
  });

  it.each([
    '',
    '1',
    'stop à la violence',
    'weekend',
    'je veux que ça s’arrête',
    'yes',
    'info',
    'stop 2',
    'end of talk',
  ])('%j is the bot’s to read', (text) => {
    expect(carrierWord(text)).toBeUndefined();
  });
});
