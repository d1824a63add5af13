import { expect, it } from '@jest/globals';
import { says } from './said.ts';

it.each([
  ['a | b c', ['a', 'b c']],
  ['[a,b] c', ['a c', 'b c']],
  ['[,le ]menu', ['menu', 'le menu']],
  ['[x,y] [1,2]', ['x 1', 'x 2', 'y 1', 'y 2']],
  ['a\n   b | c', ['a b', 'c']],
  ["k'a dabila", ["k'a dabila", 'ka a dabila']],
  ["n [b',t']a fɛ", ["n b'a fɛ", 'n bɛ a fɛ', "n t'a fɛ", 'n tɛ a fɛ']],
])('%j says %j', (written, utterances) => {
  expect(says(written)).toEqual(utterances);
});
