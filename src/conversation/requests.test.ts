import { expect, it } from '@jest/globals';
import type { AskType, EngineEvent } from '../engine/types.ts';
import type { Bubble } from './compose.ts';
import { type Requested, requesting } from './requests.ts';

const said = (type?: AskType): EngineEvent => ({
  kind: 'said',
  text: { flow: 'f', key: 'k' },
  params: {},
  ...(type && { ask: { sid: 's', step: 'q', type, choices: [] } }),
});
const speaker = {
  languages: ['bm'],
  fallback: 'bm',
  say: (lang: string, { key }: { key: string }) => `${lang} ${key}`,
};
const mark = (texts: string[], types: (AskType | undefined)[], before?: Requested) =>
  requesting(
    texts.map((text): Bubble => ({ text })),
    types.map(said),
    { speaker, lang: 'bm', before },
  );

it.each([
  ['phone', 'contact'],
  ['location', 'location'],
] as const)('C1: a question of the type %s asks for one’s own %s', (type, what) => {
  expect(mark(['a', 'b'], [undefined, type])).toEqual({
    bubbles: [{ text: 'a' }, { text: 'b', asks: { what, label: `bm share.${what}` } }],
    requested: what,
  });
});

it('C1: what follows says so once, in its first message', () => {
  expect(mark(['a', 'b'], ['choice'], 'contact')).toEqual({
    bubbles: [{ text: 'a', asksNoMore: true }, { text: 'b' }],
    requested: undefined,
  });
  expect(mark(['a'], ['choice'])).toEqual({ bubbles: [{ text: 'a' }], requested: undefined });
});

it('C1: asked again, it is asked so again; said nothing, all stays as it is', () => {
  expect(mark(['a'], ['phone'], 'contact')).toMatchObject({ bubbles: [{ asks: { what: 'contact' } }] });
  expect(mark([], ['choice'], 'contact')).toEqual({ bubbles: [], requested: 'contact' });
});

it('C1: a question that something was said after is not open', () => {
  expect(mark(['a'], ['phone', undefined])).toEqual({ bubbles: [{ text: 'a' }], requested: undefined });
});
