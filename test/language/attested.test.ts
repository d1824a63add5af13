import { describe, expect, it } from '@jest/globals';
import {
  attestedStems,
  doubtsOf,
  loadSpeaker,
  readDoubts,
  readVocabulary,
  unattestedIn,
} from '../../src/language/index.ts';

const localesDir = new URL('../../locales', import.meta.url).pathname;
const { locales } = loadSpeaker({ localesDir, onMissing: () => undefined });
const bambara = locales.get('bm') ?? new Map<string, never>();
const texts = [...bambara].flatMap(([flow, keyed]) =>
  [...keyed].map(([key, text]) => ({ id: `${flow}/${key}`, text })),
);
const vocabulary = readVocabulary(localesDir, 'bm') ?? { attested: new Map<string, never>(), asIs: [] };

describe('L2: the Bambara that citizens meet', () => {
  it('says no word that stands in no source: find another, or keep French, then run `benkan language attest`', () => {
    const found = texts.flatMap(({ id, text }) =>
      unattestedIn(text, vocabulary).map((word) => `${id}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  it('lists no word that no text says', () => {
    const kept = new Set([...vocabulary.attested.keys()]);
    for (const word of vocabulary.attested.keys()) {
      const rest = {
        ...vocabulary,
        attested: new Map([...vocabulary.attested].filter(([one]) => one !== word)),
      };
      if (texts.some(({ text }) => unattestedIn({ ...text, reviewed: false }, rest).includes(word)))
        kept.delete(word);
    }
    expect([...kept]).toEqual([]);
  });

  it('lists each word as it stands in its row, or as a regular form of what stands there', () => {
    const wrong = [...vocabulary.attested.values()].filter(
      ({ word, stem, row }) => !(row > 1 && [word, ...attestedStems(word)].includes(stem)),
    );
    expect(wrong).toEqual([]);
  });

  it('says why a text is kept in French', () => {
    expect(texts.filter(({ text }) => text.kept !== undefined && (text.source?.length ?? 0) < 10)).toEqual(
      [],
    );
  });

  it('tells the reviewer of every text that is kept or rests on a doubtful entry, and of none that is gone', () => {
    const listed = readDoubts(localesDir, 'bm');
    expect(listed).toEqual(expect.arrayContaining(doubtsOf(bambara, vocabulary)));
    const ids = new Set(texts.map(({ id }) => id));
    expect(listed.filter(({ text }) => !ids.has(text))).toEqual([]);
  });
});
