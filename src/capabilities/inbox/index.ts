import type { GiveBack, Speak, Take } from '../../conversation/ports.ts';
import type { Chance } from '../../domain/clock.ts';
import type { Lang } from '../../domain/language.ts';
import type { Capability, DemoPart } from '../capability.ts';
import { cannedOf } from './canned/canned.ts';
import { cannedStore } from './canned/canned-store.ts';
import { INBOX_COLLECTIONS } from './collections.ts';
import { demoColleague } from './demo/colleagues.ts';
import { demoDesk } from './demo/demo-desk.ts';
import type { DeskDeps } from './desk/at-desk.ts';
import { inboxOf } from './desk/inbox.ts';
import { wakeDue } from './desk/wake-due.ts';
import { inboxRoutes } from './pages/routes.tsx';
import { inboxSlots } from './pages/slots.ts';
import { composerScripts, inboxStyles } from './pages/styles.ts';
import type { InboxParts } from './ports.ts';
import { SAFEGUARDING_CARDS } from './safeguarding/cards.ts';
import { spotter } from './safeguarding/spotted.ts';
import { SENSITIVE_WORDS } from './safeguarding/words.ts';
import { entriesStore } from './threads/entries-store.ts';
import { type KeepDeps, threadEffect } from './threads/keep.ts';
import { threadId, whoOf } from './threads/thread.ts';
import { type Database, threadsStore } from './threads/threads-store.ts';
import { partThreads, uniteThreads } from './threads/uniting.ts';

export interface InboxDeps
  extends Omit<DeskDeps, 'threads' | 'entries'>,
    Pick<KeepDeps, 'owner' | 'regionOf'> {
  db: Database;
  chance: Chance;
  /** Languages citizens choose from. */
  languages: readonly Lang[];
  /** IANA name of the campaign's time zone. */
  zone: string;
}

/** What the conversation does for the desk. */
export interface TalkDoors {
  take: Take;
  speak: Speak;
  giveBack: GiveBack;
}

export interface InboxCapability extends Capability {
  readonly demo: DemoPart;
  /** For "my data": what was written to a person and by them. */
  kept(person: string): Promise<{ messages: number }>;
  /** For erasure; how many documents went. Safe to repeat. */
  eraseFor(person: string): Promise<number>;
  /** Two people are one, and their threads the one's; or one leaves with a talk and its thread. Both are safe to repeat. */
  readonly owned: {
    unite(from: string, to: string): Promise<void>;
    part(leaving: { from: string; to: string; conversation: string }): Promise<void>;
  };
  /** For tests and pages of other rooms. */
  readonly parts: InboxParts;
}

/** Talks that people have: what citizens write to a person, what staff answer, and whose turn it is (W2). */
export function inbox(deps: InboxDeps): InboxCapability {
  const { db, fingerprint, clock, chance, languages, zone } = deps;
  const [threads, entries] = [threadsStore(db), entriesStore(db)];
  const canned = cannedStore(db);
  const all = {
    ...{ ...deps, threads, entries, spotted: spotter(SENSITIVE_WORDS) },
    staffName: async (account: string) => demoColleague(account) ?? deps.staffName(account),
  };
  const parts: InboxParts = {
    inboxOf: inboxOf(all),
    cannedOf: cannedOf({ store: canned, clock, chance, languages }),
    words: { list: () => SENSITIVE_WORDS, cards: () => SAFEGUARDING_CARDS },
    languages,
  };
  return {
    name: 'inbox',
    collections: INBOX_COLLECTIONS,
    effects: [threadEffect(all)],
    calls: [],
    dues: [wakeDue(threads)],
    staffRoutes: inboxRoutes({ parts, clock, chance, zone }),
    staffSlots: inboxSlots(parts),
    assets: [...inboxStyles, ...composerScripts],
    replied: (conversation) => threads.moved(threadId(fingerprint, conversation).toString('hex')),
    demo: {
      deeds: (from) => demoDesk({ inboxOf: parts.inboxOf, canned, chance, owner: deps.owner }, from),
      sweep: (mark) => canned.sweep(mark),
    },
    kept: async (person) => ({ messages: await entries.count(whoOf(fingerprint, person)) }),
    async eraseFor(person) {
      const who = whoOf(fingerprint, person);
      return (await entries.erase(who)) + (await threads.erase(who));
    },
    owned: {
      unite: (from, to) => uniteThreads(all, from, to),
      part: (leaving) => partThreads(all, leaving),
    },
    parts,
  };
}

export { resumeSteps } from './desk/resume-steps.ts';
export { TIP } from './offers.ts';
export { INBOX_ROLES } from './ports.ts';
