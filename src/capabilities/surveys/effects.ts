import { z } from 'zod';
import type { EffectKind, Fingerprint, Sealer } from '../../conversation/ports.ts';
import { type AnswerParams, answerParams, type StoredAnswer, storedAnswer } from './answer.ts';
import type { StoredEnding } from './endings-store.ts';
import { respondentKey } from './respondent.ts';

/** What the effects need from the outside. */
export interface EffectDeps {
  fingerprint: Fingerprint;
  sealer: Sealer;
  keepNewest(answers: readonly StoredAnswer[]): Promise<void>;
  keepBest(endings: readonly StoredEnding[]): Promise<void>;
}

/**
 * An answered question of a survey is stored, and the category of a result like the answer to a question with choices. A
 * question left without an answer is none: it counts as "no answer".
 */
export const answerEffect = (deps: EffectDeps): EffectKind<AnswerParams> => ({
  name: 'surveys.answer',
  params: answerParams,
  from(event) {
    if (event.kind === 'result_saved') {
      const { survey, hash, name, category } = event;
      if (survey === undefined || category === null) return [];
      return [{ survey, hash, question: name, type: 'choice', value: category }];
    }
    if (event.kind !== 'answered' || event.survey === undefined || event.value === null) return [];
    const { survey, hash, step, type, value } = event;
    return [{ survey, hash, question: step, type, value }];
  },
  async apply(batch) {
    if (batch.length > 0) await deps.keepNewest(batch.map((item) => storedAnswer(item, deps)));
  },
});

const endedParams = z.strictObject({ survey: z.string().min(1).max(128), complete: z.boolean() });
type EndedParams = z.infer<typeof endedParams>;

/** A survey that ended, complete or not, is counted once a person. */
export const endedEffect = (deps: EffectDeps): EffectKind<EndedParams> => ({
  name: 'surveys.ended',
  params: endedParams,
  from: (event) =>
    event.kind === 'survey_ended' ? [{ survey: event.survey, complete: event.complete }] : [],
  async apply(batch) {
    if (batch.length === 0) return;
    await deps.keepBest(
      batch.map(({ params, context }) => ({
        _id: respondentKey(deps.fingerprint, context.person, params.survey),
        survey: params.survey,
        complete: params.complete,
        day: context.day,
      })),
    );
  },
});
