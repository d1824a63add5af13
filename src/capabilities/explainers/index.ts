import type { Fingerprint, Prompt, Sealer } from '../../conversation/ports.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import type { DueDates } from '../../schedule/due-dates.ts';
import type { PersonSealing } from '../../store/person-sealer.ts';
import {
  approvedStyles,
  type Database,
  desk,
  entriesStore,
  entryRoutes,
  lacksOf,
} from '../approved/index.ts';
import { recordingScripts, recordingStyles } from '../../web/kit/index.ts';
import type { Capability } from '../capability.ts';
import {
  answerCall,
  findCall,
  officeCall,
  passedCall,
  readCall,
  shownCall,
  ticketCall,
  voiceCall,
} from './chat/calls.ts';
import { EXPLAINER_COLLECTIONS, EXPLAINERS } from './collections.ts';
import { demoExplainers } from './demo/demo.ts';
import { explainerNeeds } from './needs.ts';
import { officesStore } from './offices/offices-store.ts';
import { explainerKind } from './pages/explainer-kind.tsx';
import { officeRoutes } from './pages/office-routes.tsx';
import { questionRoutes } from './pages/question-routes.tsx';
import { questionsRoute } from './public/route.tsx';
import { answerDue } from './questions/answering.ts';
import { eraseQuestions, partQuestions, uniteQuestions } from './questions/keeping.ts';
import { outcomesStore } from './questions/outcomes-store.ts';
import { passEffect } from './questions/pass.ts';
import { passedDue } from './questions/passing-on.ts';
import { whoOf } from './questions/question.ts';
import type { SpokenAnswers } from './questions/voice.ts';
import { questionsStore } from './questions/questions-store.ts';
import { EXPLAINER_FIELDS } from './shelf/explainer.ts';
import { shelf as shelfOf } from './shelf/shelf.ts';

export interface ExplainersDeps {
  db: Database;
  fingerprint: Fingerprint;
  sealer: Sealer;
  /** Seals a person's words under their own key. */
  persons: PersonSealing;
  clock: Clock;
  chance: Chance;
  dues: DueDates;
  /** Voices of offices, each for one person. */
  spoken: SpokenAnswers;
  prompt: Prompt;
  /** Whether one account alone could be both of these (T21). */
  sameHands: (one: string, other: string) => Promise<boolean>;
  /** A colleague's name by account id; `undefined` when the account is gone. */
  staffName: (account: string) => Promise<string | undefined>;
  /** Below so many questions nothing is told of an office in public. */
  smallest: number;
}

export interface Explainers extends Capability {
  /** For "my data": questions that were passed to an office. */
  kept(person: string): Promise<{ questions: number }>;
  /** For erasure; how many questions went. Safe to repeat. */
  eraseFor(person: string): Promise<number>;
  /** Two people are one, and their questions the one's; or one leaves with a talk. Both are safe to repeat. */
  readonly owned: {
    unite(from: string, to: string): Promise<void>;
    part(leaving: { from: string; to: string; conversation: string }): Promise<void>;
  };
}

/** Approved questions and answers, found in a citizen's own words; what nobody explained goes to a named office (U8). */
export function explainers(deps: ExplainersDeps): Explainers {
  const { db, clock } = deps;
  const store = entriesStore(db, EXPLAINERS);
  const lacks = (content: Parameters<typeof lacksOf>[1]): string[] => lacksOf(EXPLAINER_FIELDS, content);
  const stores = { offices: officesStore(db), questions: questionsStore(db), outcomes: outcomesStore(db) };
  const all = { ...deps, ...stores, store, shelf: shelfOf({ store, clock }) };
  const kind = explainerKind({ ...all, desk: desk({ ...deps, name: 'explainers', store, lacks }) });
  return {
    name: 'explainers',
    collections: EXPLAINER_COLLECTIONS,
    effects: [passEffect(all)],
    calls: [
      ...[findCall(all), shownCall(all), readCall(all), officeCall(all), ticketCall(all)],
      ...[answerCall(all), voiceCall(all), passedCall(all)],
    ],
    dues: [answerDue(all), passedDue(all)],
    staffRoutes: [...entryRoutes(kind), ...officeRoutes(all), ...questionRoutes(all)],
    staffSlots: explainerNeeds(all),
    publicRoutes: [questionsRoute(all)],
    assets: [...approvedStyles, ...recordingStyles, ...recordingScripts],
    kept: async (person) => ({
      questions: (await all.questions.ofPerson(whoOf(deps.fingerprint, person))).length,
    }),
    eraseFor: (person) => eraseQuestions(all, person),
    owned: {
      unite: (from, to) => uniteQuestions(all, from, to),
      part: (leaving) => partQuestions(all, leaving),
    },
    demo: demoExplainers(all),
  };
}
