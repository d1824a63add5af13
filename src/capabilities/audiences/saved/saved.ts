import { createHash } from 'node:crypto';
import { audienceOf, draftOf } from '../builder/draft.ts';
import type { Audience } from '../model/audience.ts';
import type { Scope } from '../ports.ts';

/** An audience somebody gave a name: conditions, never people, so that whoever fits later is in it. */
export interface SavedAudience {
  id: string;
  org: string;
  name: string;
  audience: Audience;
  /** Regions it does not leave: those of the coordinator who began it. */
  scope: Scope;
  /** Account id of who began it. */
  author: string;
  rev: number;
  changedAt: number;
  /** The day of that, for retention. */
  changedOn: string;
  demo: boolean;
}

/** The conditions with the borders they were saved within, for whoever takes them elsewhere. */
export function boundedBy({
  audience,
  scope: { regions },
}: Pick<SavedAudience, 'audience' | 'scope'>): Audience {
  if (regions === undefined) return audience;
  const within: Audience = regions.length === 0 ? { any: [] } : { field: 'region', in: [...regions].sort() };
  return 'all' in audience ? { all: [...audience.all, within] } : { all: [audience, within] };
}

/** Of what an audience means: the same for two that the builder shows in the same way. */
export const fingerprintOf = (of: Audience): string =>
  createHash('sha256')
    .update(JSON.stringify(audienceOf(draftOf(of))))
    .digest('hex')
    .slice(0, 16);
