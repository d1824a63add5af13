import { expect, it } from '@jest/globals';
import { checkTerms, compareLocales, loadSpeaker, readTerms } from '../../src/language/index.ts';

const localesDir = new URL('../../locales', import.meta.url).pathname;
const speaker = loadSpeaker({ localesDir, onMissing: () => undefined });

it('L1: French and Bambara agree on keys and placeholders, nothing is missing, and at most a fifth is kept in French', () => {
  expect(compareLocales(speaker.locales)).toEqual([]);
  const { total, kept, missing } = speaker.provenance('bm');
  expect(missing).toBe(0);
  expect(kept / total).toBeLessThanOrEqual(0.2);
});

it('L2: the choices of the glossary are written down with their reason', () => {
  const choices = readTerms(localesDir, 'bm');
  expect(choices.length).toBeGreaterThanOrEqual(15);
  expect(choices.filter(({ reason }) => reason.length < 10)).toEqual([]);
  expect(choices.filter(({ choose, instead_of }) => instead_of.includes(choose))).toEqual([]);
  expect(checkTerms(localesDir, speaker.locales).every(({ severity }) => severity === 'warning')).toBe(true);
});
