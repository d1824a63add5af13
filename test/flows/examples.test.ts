import { afterAll, describe, expect, it } from '@jest/globals';
import { testFlow } from '../../src/cli/flows-test/test-flow.ts';
import { readVocabulary, unattestedIn } from '../../src/language/attesting/vocabulary.ts';
import { AuthorsFolder, EXAMPLES } from './examples.ts';

const folder = new AuthorsFolder();
const loaded = folder.load();
afterAll(() => folder.remove());

describe('F14: the worked flows of docs/writing-flows.md', () => {
  it('have nothing to put right', () => {
    expect(loaded.findings).toEqual([]);
    expect([...loaded.set.flows.keys()]).toEqual(expect.arrayContaining(EXAMPLES));
  });

  it.each(EXAMPLES)(
    '%s does what its transcripts say, in both languages, and they reach every step',
    async (id) => {
      const { failures, passed, unreached } = await testFlow(loaded, id);
      // A step within a branch may be reached by the flow that runs this one.
      const steps = unreached.filter(({ step, branch }) => branch === undefined && !step.includes('@'));
      expect({ failures, steps }).toEqual({ failures: [], steps: [] });
      for (const lang of ['fr', 'bm']) expect(passed[lang]).toBeGreaterThan(0);
    },
  );

  it('has no Bambara word that no source has', () => {
    const vocabulary = readVocabulary('locales', 'bm');
    const odd = EXAMPLES.flatMap((id) =>
      [...(loaded.speaker.locales.get('bm')?.get(id)?.values() ?? [])].flatMap((text) =>
        vocabulary
          ? unattestedIn(text, vocabulary).map((word) => `${id}:${text.line} ${word}`)
          : 'no vocabulary',
      ),
    );
    expect(odd).toEqual([]);
  });
});
