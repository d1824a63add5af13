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

  it('F1: a result is kept by its category, never by its value, which may be words', () => {
    const result: Extract<EngineEvent, { kind: 'result_saved' }> = {
      ...{ kind: 'result_saved', flow: 'f', hash: 'h1', survey: 'paix', name: 'tranche' },
      ...{ value: 'je m’appelle', category: 'jeune' },
    };
    expect(answer!.from(result)).toEqual([
      { survey: 'paix', hash: 'h1', question: 'tranche', type: 'choice', value: 'jeune' },
    ]);
    expect(answer!.from({ ...result, category: null })).toEqual([]);
    const { flow, hash, name, value, category } = result;
    expect(answer!.from({ kind: 'result_saved', flow, hash, name, value, category })).toEqual([]);
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
