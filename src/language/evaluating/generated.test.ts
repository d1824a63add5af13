import { describe, expect, it } from '@jest/globals';
import { evaluate } from './evaluate.ts';
import { canonicalIntents, misspeltIntents, spelledIntents } from './generated.ts';
import { chanceFrom } from './misspell.ts';

const intents = (cases: ReturnType<typeof canonicalIntents>) => {
  const score = evaluate(cases, '2026-11-21').intent;
  if (score === undefined) throw new Error('No intents were made');
  return score;
};

describe('L11: intents from the tables', () => {
  it('each is understood as listed', () => {
    expect(intents(canonicalIntents()).confusions).toEqual([]);
  });

  it('98 of 100 as other hands and phones spell them', () => {
    const { n, accuracy } = intents(spelledIntents());
    expect(n).toBeGreaterThan(5000);
    expect(accuracy).toBeGreaterThanOrEqual(0.98);
  });

  it('with a typing error at any letter two in three, and never another command', () => {
    const { accuracy, confusions } = intents(misspeltIntents(chanceFrom(1)));
    expect(accuracy).toBeGreaterThan(2 / 3);
    expect(confusions.filter(({ understood }) => !['none', 'ambiguous'].includes(understood))).toEqual([]);
  });
});
