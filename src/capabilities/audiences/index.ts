import type { Fingerprint, Sealer } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Capability } from '../capability.ts';
import { AUDIENCE_COLLECTIONS } from './collections.ts';
import { follow } from './count/follow-store.ts';
import { keptColumns } from './count/kept-columns.ts';
import { openAudiences } from './desk.ts';
import { memberEffect } from './members/changes.ts';
import { meCall } from './members/me-call.ts';
import { memberKey } from './members/member.ts';
import { type Database, membersStore } from './members/members-store.ts';
import { type OwnedMembers, ownedMembers } from './members/owned-store.ts';
import { type ChannelRules, pageReader } from './members/reading-store.ts';
import type { ValueName } from './model/words.ts';
import type { Audiences } from './ports.ts';

export interface AudiencesDeps {
  db: Database;
  fingerprint: Fingerprint;
  sealer: Sealer;
  clock: Clock;
  /** What channels allow. */
  rules: ChannelRules;
  /** What a value of a field is called on pages. */
  nameOf: ValueName;
  /** An audience of fewer is neither counted nor sent to. */
  smallest: number;
}

export interface AudiencesCapability extends Capability {
  /** For broadcasts. */
  readonly audiences: Audiences;
  /** For "my data": 1 when the person has said something of themselves. */
  kept(person: string): Promise<{ profile: number }>;
  /** For erasure; how many documents went. Safe to repeat. */
  eraseFor(person: string): Promise<number>;
  readonly owned: OwnedMembers;
  stop(): Promise<void>;
}

/** Whom something may be sent to: what the house knows of people, and audiences made of it (B1). */
export function audiences(deps: AudiencesDeps): AudiencesCapability {
  const { db, fingerprint, sealer, rules } = deps;
  const members = membersStore(db);
  const key = (person: string): Buffer => memberKey(fingerprint, person);
  const columns = keptColumns(() => follow(db));
  return {
    name: 'audiences',
    collections: AUDIENCE_COLLECTIONS,
    effects: [memberEffect({ fingerprint, sealer, change: (changes) => members.change(changes) })],
    calls: [meCall(members, key)],
    staffRoutes: [],
    audiences: openAudiences({ ...deps, columns, readPage: pageReader(db, rules) }),
    kept: async (person) => ({ profile: await members.kept(key(person)) }),
    eraseFor: (person) => members.erase(key(person)),
    owned: ownedMembers({ members, sealer, key }),
    stop: () => columns.stop(),
  };
}

export type { Audience, Field } from './model/audience.ts';
export { audience, EVERYBODY } from './model/audience.ts';
export { valueNames } from './model/value-names.ts';
export type { Audiences, Counts, Exclusion, Member, Scope } from './ports.ts';
export { EXCLUSIONS, SMALLEST } from './ports.ts';
