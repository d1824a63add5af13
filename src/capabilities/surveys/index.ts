import type { Fingerprint, Sealer } from '../../conversation/ports.ts';
import type { Capability } from '../capability.ts';
import { type Database, surveyStore } from './survey-store.ts';
import { SURVEY_COLLECTIONS } from './collections.ts';
import { answerEffect, endedEffect } from './effects.ts';
import type { Kept } from './person-store.ts';

export interface SurveysDeps {
  db: Database;
  fingerprint: Fingerprint;
  sealer: Sealer;
}

export interface Surveys extends Capability {
  /** For "my data": how much is kept of a person. */
  kept(person: string): Promise<Kept>;
  /** For erasure: deletes a person's answers to every survey; how many documents went. Safe to repeat. */
  eraseFor(person: string): Promise<number>;
}

/** Opinion micro-surveys: answers come in by effects, leave as tables. */
export function surveys(deps: SurveysDeps): Surveys {
  const store = surveyStore(deps);
  const effectDeps = { ...deps, ...store };
  return {
    name: 'surveys',
    collections: SURVEY_COLLECTIONS,
    effects: [answerEffect(effectDeps), endedEffect(effectDeps)],
    calls: [],
    kept: (person) => store.kept(person),
    eraseFor: (person) => store.eraseFor(person),
  };
}

export type { Kept };
