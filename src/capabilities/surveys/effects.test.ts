import { describe, expect, it } from '@jest/globals';
import type { EffectKind } from '../../conversation/ports.ts';
import type { EngineEvent } from '../../engine/types.ts';
import { answerEffect, endedEffect } from './effects.ts';

const answered: Extract<EngineEvent, { kind: 'answered' }> = {
  kind: 'answered',
  flow: 'sondage-paix',
  hash: 'h1',
  survey: 'paix',
  step: 'age',
  type: 'number',
  value: 0,
};

describe('what surveys do because a turn was committed', () => {
  const never = () => Promise.reject(new Error('not asked'));
  const deps = {
    fingerprint: () => Buffer.alloc(32),
    sealer: { seal: () => Buffer.alloc(0), open: () => '' },
    keepNewest: never,
    keepBest: never,
  };
  const [answer, ended]: EffectKind[] = [answerEffect(deps), endedEffect(deps)];

  it.each([0, false, '', 'eau', 25.5, true])('keeps the answer %j', (value) => {
    const params = { survey: 'paix', hash: 'h1', question: 'age', type: 'number', value };
    expect(answer!.from({ ...answered, value })).toEqual([params]);
    expect(answer!.params.parse(params)).toEqual(params);
  });

  it('a question left without an answer, or outside a survey, is none', () => {
    const { flow, hash, step, type } = answered;
    expect(answer!.from({ ...answered, value: null })).toEqual([]);
    expect(answer!.from({ kind: 'answered', flow, hash, step, type, value: 0 })).toEqual([]);
  });

  it('each event asks for its own effect only', () => {
    const end: EngineEvent = { kind: 'survey_ended', survey: 'paix', complete: false };
    expect(answer!.from(end)).toEqual([]);
    expect(ended!.from(answered)).toEqual([]);
    expect(ended!.from(end)).toEqual([{ survey: 'paix', complete: false }]);
  });

  it.each([
    { value: Number.NaN },
    { value: Number.POSITIVE_INFINITY },
    { value: 'x'.repeat(4097) },
    { value: { $gt: '' } },
    { survey: '' },
    { type: 'fax' },
    { person: 'p1' },
  ])('refuses what no turn makes: %j', (wrong) => {
    const params = { survey: 'paix', hash: 'h1', question: 'age', type: 'number', value: 1, ...wrong };
    expect(answer!.params.safeParse(params).success).toBe(false);
  });
});
