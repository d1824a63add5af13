import { describe, expect, it } from '@jest/globals';
import { rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import { profileFor, shipped } from '../flows/shipped.ts';

/** What is a word to a program, and to a person only what they happened to write. */
const WORDS = [
  ...[
    'success',
    'null',
    'undefined',
    'failure',
    'true',
    '0',
    'constructor',
    '__proto__',
    'exit',
    'end',
    'other',
  ],
  ...['{{vars}}', '$set', '@contact.name', '/inconnu', 'x'.repeat(4_096), '👍', 'ߓߊ'],
];
const FIRST_QUESTIONS = ['sondage-paix', 'volontaire', 'menu', 'langue', 'abonnement'];

describe('glific#2270: a typed word never kills the flow', () => {
  it.each(FIRST_QUESTIONS.flatMap((flow) => shipped.languages.map((lang) => [flow, lang] as const)))(
    '%s in %s: whatever is written at its first question, it goes on asking',
    async (flow, lang) => {
      for (const word of WORDS) {
        const rehearsal = rehearse(shipped.deps(lang), profileFor(flow, lang));
        await rehearsal.begin(flow);
        const asked = rehearsal.offered();
        const lines = await rehearsal.play({ say: word });
        const failed = lines.filter((line) => 'event' in line && line.event.kind === 'step_failed');
        expect({ word, failed, end: rehearsal.end().end.state, offered: rehearsal.offered() }).toEqual({
          word,
          failed: [],
          end: 'waiting',
          offered: asked,
        });
        expect(lines.filter((line) => 'out' in line).length).toBeGreaterThan(0);
      }
    },
  );

  it('where any words are an answer, those are too', async () => {
    for (const word of ['success', 'null', 'other']) {
      const rehearsal = rehearse(shipped.deps('fr'), profileFor('sondage-paix', 'fr'));
      await rehearsal.begin('sondage-paix');
      await rehearsal.play({ tap: 'eau' });
      await rehearsal.play({ say: '25' });
      const lines = await rehearsal.play({ say: word });
      expect(lines).toContainEqual({ saved: { idee: word } });
      expect(rehearsal.end().end.state).toBe('waiting');
    }
  });
});
