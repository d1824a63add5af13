import type { CallKind, Speaker } from '../../../conversation/ports.ts';
import type { PublicLog } from '../log/ports.ts';
import { checkCall, type CheckCallDeps } from './check-call.ts';
import { type Match, matcher, type MatchDeps } from './match.ts';
import type { PrintsStore } from './prints/prints-store.ts';
import { publishedIndex } from './published-index.ts';
import { wrappingsOf } from './wrappings.ts';

export interface ChecksDeps {
  log: Pick<PublicLog, 'after' | 'of'>;
  speaker: Speaker;
  placeName: (slug: string) => string | undefined;
  publicUrl: string;
  look: MatchDeps['look'];
  /** Where what was published is kept as fingerprints; without it every word of it is read at each start. */
  prints?: PrintsStore;
}

/** "Is this really yours?", for talks, pages and the command line. */
export interface Checks {
  match: Match;
  /** Reads what was published so far, so that the first who asks does not wait for it. */
  begin(): Promise<void>;
}

export function checks(deps: ChecksDeps): Checks {
  const index = publishedIndex(deps.log, deps.prints);
  return { match: matcher({ ...deps, index, wrappings: wrappingsOf(deps) }), begin: () => index.follow() };
}

/** The same, asked by a flow. */
export const callOf = ({ match }: Checks, deps: Omit<CheckCallDeps, 'match'>): CallKind =>
  checkCall({ ...deps, match });
