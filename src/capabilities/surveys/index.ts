import type { Fingerprint, Sealer, Speaker } from '../../conversation/ports.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import type { Capability } from '../capability.ts';
import { sharedBehindWall, type Walls } from '../wall.ts';
import { surveyApi } from './api.ts';
import { SURVEY_COLLECTIONS } from './collections.ts';
import { answerEffect, endedEffect } from './effects.ts';
import { surveyNeeds } from './needs.ts';
import type { SurveyOutline } from './outline.ts';
import { RESULTS, surveyRoutes } from './pages/routes.tsx';
import { surveyStyles } from './pages/styles.ts';
import { publicResultsRoutes } from './public/routes.tsx';
import { resultStyles } from './public/styles.ts';
import { demoPublications } from './publishing/demo.ts';
import { publishingDesk } from './publishing/desk.ts';
import { type Frozen, freeze } from './publishing/freeze.ts';
import { publishingRoutes } from './publishing/pages/routes.tsx';
import { publicationsStore } from './publishing/publications-store.ts';
import type { PlaceName } from './pages/words.ts';
import type { Kept } from './person-store.ts';
import { type AskedBefore, type SentNotes, sharedSurveys, surveyReader } from './reader.ts';
import type { ShownResults } from './results/suppression.ts';
import { type Database, surveyStore } from './survey-store.ts';
import { wholeResults } from './whole-results.ts';
import { withdrawalEffect } from './withdrawal.ts';

export interface SurveysDeps {
  db: Database;
  fingerprint: Fingerprint;
  sealer: Sealer;
  speaker: Speaker;
  placeName: PlaceName;
  /** The surveys among the flows that are published now, in the order of the list. */
  outlines: () => readonly SurveyOutline[];
  /** What older versions of a flow asked, by their hash; those nobody has any more are left out. */
  asked: AskedBefore;
  /** The last day on which anything happened in each flow. */
  lastDays: (flows: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  clock: Clock;
  chance: Chance;
  /** Whether one account alone could be both of these (T21). */
  sameHands: (one: string, other: string) => Promise<boolean>;
  /** A colleague's name by account id; `undefined` when the account is gone. */
  staffName: (account: string) => Promise<string | undefined>;
  /** Voices and photos that were kept. */
  sent: SentNotes;
  /** The organisation whose staff read them. */
  owner: string;
  /** Who else may see figures. */
  walls: Walls;
  /** On a development machine small counts are shown, and the pages say so; staff of a campaign never see them (S12). */
  rehearsal: boolean;
}

export interface Surveys extends Capability {
  /** For "my data": how much is kept of a person. */
  kept(person: string): Promise<Kept>;
  /** For erasure: deletes a person's answers to every survey; how many documents went. Safe to repeat. */
  eraseFor(person: string): Promise<number>;
  /** Two people are one, and so one respondent. Safe to repeat. */
  unite(from: string, to: string): Promise<void>;
  /** Results as staff may see them; `null` for a survey no flow has. */
  results(survey: string): Promise<ShownResults | null>;
}

/** Opinion micro-surveys: answers come in by effects, leave as tables. */
export function surveys(deps: SurveysDeps): Surveys {
  const store = surveyStore(deps);
  const reader = surveyReader({ ...deps, store });
  const { walls, owner } = deps;
  const readerOf = sharedBehindWall({ walls, owner, records: 'surveys' }, reader, sharedSurveys);
  const effectDeps = { ...deps, ...store };
  const publications = publicationsStore(deps.db);
  const desk = publishingDesk({ ...deps, store: publications });
  const frozenOf = async (survey: string): Promise<Frozen | null | undefined> => {
    const outline = reader.outline(survey);
    if (outline === undefined) return undefined;
    const [results, since] = await Promise.all([
      wholeResults({ ...deps, store }, outline),
      store.firstDay(survey),
    ]);
    const until = results.lastDay;
    return since === null || until === null ? null : freeze(deps, outline, results, { since, until });
  };
  return {
    name: 'surveys',
    collections: SURVEY_COLLECTIONS,
    effects: [answerEffect(effectDeps), withdrawalEffect(effectDeps), endedEffect(effectDeps)],
    calls: [],
    staffRoutes: [
      ...surveyRoutes({ readerOf, speaker: deps.speaker, placeName: deps.placeName }),
      ...publishingRoutes({ ...deps, store: publications, desk, frozenOf }),
    ],
    publicRoutes: publicResultsRoutes({ ...deps, store: publications }),
    demo: demoPublications({ ...deps, store: publications, frozenOf }),
    api: surveyApi(readerOf, RESULTS),
    staffSlots: surveyNeeds(deps),
    assets: [...surveyStyles, ...resultStyles.slice(1)],
    kept: (person) => store.kept(person),
    eraseFor: (person) => store.eraseFor(person),
    unite: (from, to) => store.unite(from, to),
    results: (survey) => reader.results(survey),
  };
}

export { TITLE as SURVEY_TITLE } from './outline.ts';
export type { Kept, PlaceName, ShownResults, SurveyOutline };
