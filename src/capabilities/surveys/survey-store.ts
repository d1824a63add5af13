import type { mongo } from 'mongoose';
import type { Fingerprint, Sealer } from '../../conversation/ports.ts';
import type { AskType } from '../../engine/types.ts';
import type { StoredAnswer } from './answer.ts';
import { keepNewest, withdraw } from './answers-store.ts';
import { keepBest, type StoredEnding } from './endings-store.ts';
import { eraseOf, type Kept, keptOf } from './person-store.ts';
import {
  firstDay,
  onSharedPhones,
  type Participation,
  participation,
  type SealedText,
  sealedTexts,
  tallies,
  type Tally,
} from './results-store.ts';
import { talliesByRegion } from './region-store.ts';
import type { RegionTally } from './results/regional.ts';
import { uniteAnswers } from './unite-store.ts';
import type { Withdrawal } from './withdrawal.ts';

export type Database = mongo.Db;

/** Everything surveys do with MongoDB. */
export interface SurveyStore {
  keepNewest(answers: readonly StoredAnswer[]): Promise<void>;
  withdraw(withdrawals: readonly Withdrawal[]): Promise<void>;
  keepBest(endings: readonly StoredEnding[]): Promise<void>;
  kept(person: string): Promise<Kept>;
  eraseFor(person: string): Promise<number>;
  unite(from: string, to: string): Promise<void>;
  tallies(survey: string): Promise<Tally[]>;
  /** The same by the region each person named, by which question `place`. */
  talliesByRegion(survey: string, place: string): Promise<RegionTally[]>;
  participation(survey: string): Promise<Participation>;
  onSharedPhones(survey: string): Promise<number>;
  firstDay(survey: string): Promise<string | null>;
  texts(
    of: { survey: string; question: string; type: AskType },
    window: { skip: number; limit: number },
  ): Promise<SealedText[]>;
}

export const surveyStore = ({
  db,
  fingerprint,
  sealer,
}: {
  db: Database;
  fingerprint: Fingerprint;
  sealer: Sealer;
}): SurveyStore => ({
  keepNewest: (answers) => keepNewest(db, answers),
  withdraw: (withdrawals) => withdraw(db, withdrawals),
  keepBest: (endings) => keepBest(db, endings),
  kept: (person) => keptOf(db, fingerprint, person),
  eraseFor: (person) => eraseOf(db, fingerprint, person),
  unite: (from, to) => uniteAnswers({ db, fingerprint, sealer }, from, to),
  tallies: (survey) => tallies(db, survey),
  talliesByRegion: (survey, place) => talliesByRegion(db, survey, place),
  participation: (survey) => participation(db, survey),
  onSharedPhones: (survey) => onSharedPhones(db, survey),
  firstDay: (survey) => firstDay(db, survey),
  texts: (of, window) => sealedTexts(db, of, window),
});
