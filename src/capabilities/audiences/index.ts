import type { Fingerprint, Sealer } from '../../conversation/ports.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import type { Capability, DemoPart } from '../capability.ts';
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
import type { Choosing } from './builder/choosing.ts';
import { countOf } from './builder/count-draft.ts';
import { pageLang } from './builder/page-lang.ts';
import { type AudiencePagesDeps, namesIn, offersFor } from './pages/pages.ts';
import { audienceRoutes } from './pages/routes.tsx';
import { audienceStyles } from './pages/styles.ts';
import type { Audiences } from './ports.ts';
import { demoAudiences } from './saved/demo-audiences.ts';
import { savedDesk } from './saved/desk.ts';
import { savedStore } from './saved/saved-store.ts';

export interface AudiencesDeps extends Pick<AudiencePagesDeps, 'known' | 'usedBy' | 'staffName'> {
  db: Database;
  chance: Chance;
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
  readonly demo: DemoPart;
  /** For broadcasts. */
  readonly audiences: Audiences;
  /** For pages on which an audience is chosen or put together. */
  readonly choosing: Choosing;
  /** For "my data": 1 when the person has said something of themselves. */
  kept(person: string): Promise<{ profile: number }>;
  /** For erasure; how many documents went. Safe to repeat. */
  eraseFor(person: string): Promise<number>;
  readonly owned: OwnedMembers;
  stop(): Promise<void>;
}

/** Whom something may be sent to: what the house knows of people, and audiences made of it (B1). */
export function audiences(deps: AudiencesDeps): AudiencesCapability {
  const { db, fingerprint, sealer } = deps;
  const members = membersStore(db);
  const key = (person: string): Buffer => memberKey(fingerprint, person);
  const columns = keptColumns(() => follow(db));
  const store = savedStore(db);
  const saved = savedDesk({ ...deps, store });
  const counted = openAudiences({ ...deps, columns, readPage: pageReader(db) });
  return {
    name: 'audiences',
    collections: AUDIENCE_COLLECTIONS,
    effects: [memberEffect({ fingerprint, sealer, change: (changes) => members.change(changes) })],
    calls: [meCall(members, key)],
    staffRoutes: audienceRoutes({ ...deps, audiences: counted, desk: saved }),
    assets: audienceStyles,
    demo: {
      deeds: (from, _to, org) => demoAudiences({ ...deps, store }, from, org),
      sweep: () => store.dropDemo(),
    },
    audiences: counted,
    choosing: {
      ...saved,
      offersFor: (ctx) => offersFor({ ...deps, audiences: counted }, ctx),
      count: (draft, scope, { frame }) => countOf({ audiences: counted }, draft, scope, pageLang(frame.lang)),
      nameOf: ({ frame }) => namesIn(deps, frame.lang),
    },
    kept: async (person) => ({ profile: await members.kept(key(person)) }),
    eraseFor: (person) => members.erase(key(person)),
    owned: ownedMembers({ members, sealer, key }),
    stop: () => columns.stop(),
  };
}

export type { Audience, Field } from './model/audience.ts';
export { audience, EVERYBODY } from './model/audience.ts';
export { shownCounts } from './model/shown.ts';
export { valueNames } from './model/value-names.ts';
export type { Audiences, Counts, Exclusion, Member, Scope } from './ports.ts';
export { EXCLUSIONS, SMALLEST } from './ports.ts';
export { AudiencePart } from './builder/audience-part.tsx';
export type { Choosing } from './builder/choosing.ts';
export { draftOf, type GroupDraft } from './builder/draft.ts';
export { type Built, readBuilt } from './builder/read-built.ts';
export { isBuilderField, STEP_FIELD } from './builder/read-form.ts';
export { BUILDER_FORM, StepButton } from './builder/step-button.tsx';
export { audienceStyles } from './pages/styles.ts';
export { boundedBy, fingerprintOf, type SavedAudience } from './saved/saved.ts';
