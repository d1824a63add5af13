import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pack } from './pack.ts';

/** So many characters of words, a multiple of five less one. */
const words = (characters: number): string => 'kuma '.repeat((characters + 1) / 5).trimEnd();

describe('C8: words and their recording', () => {
  it('are one message while they fit under it, with what is said before and after', () => {
    expect(pack([{ text: 'a' }, { text: 'b', audio: 'm' }, { text: 'c' }])).toEqual([
      { text: 'a\n\nb\n\nc', audio: 'm' },
    ]);
  });

  it('U1: a picture is a message with what is said after it; what is heard there stays behind', () => {
    const parts = [
      { text: 'a', audio: '1' },
      { text: 'b', image: 'p', audio: '2' },
      { text: 'c' },
      { text: 'd', audio: '3' },
    ];
    expect(pack(parts)).toEqual([
      { text: 'a', audio: '1' },
      { text: 'b\n\nc', image: 'p' },
      { text: 'd', audio: '3' },
    ]);
  });

  it('are a message for each recording, in their order', () => {
    const parts = pack([
      { text: 'a', audio: '1' },
      { text: 'b' },
      { text: 'c', audio: '2' },
      { text: '', audio: '3' },
    ]);
    expect(parts).toEqual([
      { text: 'a\n\nb', audio: '1' },
      { text: 'c', audio: '2' },
      { text: '', audio: '3' },
    ]);
  });

  it('too long for Telegram’s 1,024 leave first, and the last whole paragraphs stay under the recording', () => {
    expect(pack([{ text: words(899), audio: 'm' }, { text: words(599) }, { text: 'Mun?' }])).toEqual([
      { text: words(899) },
      { text: `${words(599)}\n\nMun?`, audio: 'm' },
    ]);
  });

  it.each([
    ['a line', `${words(699)}\n${words(399)}. ${words(299)}`, `${words(399)}. ${words(299)}`],
    ['a sentence', `${words(699)}. ${words(799)}`, words(799)],
    ['a word', words(1499), words(999)],
  ])('one paragraph that is too long alone is cut after %s', (_name, text, end) => {
    const [before, last, ...more] = pack([{ text, audio: 'm' }]);
    expect(more).toEqual([]);
    expect(last).toEqual({ text: end, audio: 'm' });
    expect(before).toEqual({ text: text.slice(0, -end.length).trimEnd() });
  });

  it('whatever is said: nothing is lost, every limit holds, no character is cut, a recording keeps words', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', ' ', '🌾', '\n', '.'), maxLength: 60 }),
      fc.integer({ min: 500, max: 9000 }).map((n) => '🌾'.repeat(n)),
      fc.integer({ min: 100, max: 1800 }).map((n) => words(5 * n - 1)),
    );
    const part = fc.record({ text, audio: fc.option(fc.constantFrom('1', '2'), { nil: undefined }) });
    const bare = (texts: { text: string }[]) => texts.map(({ text: t }) => t.replace(/\s/g, '')).join('');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (said) => {
        const parts = pack(said);
        expect(bare(parts)).toBe(bare(said));
        expect(parts.flatMap(({ audio }) => audio ?? [])).toEqual(said.flatMap(({ audio }) => audio ?? []));
        for (const { text: sent, audio } of parts) {
          expect(sent.length).toBeLessThanOrEqual(audio === undefined ? 4000 : 1000);
          expect(Buffer.from(sent).toString()).toBe(sent);
        }
      }),
      { numRuns: 200 },
    );
  });
});
