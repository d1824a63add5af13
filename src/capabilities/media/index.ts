import type { Fingerprint } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import type { DueDates } from '../../schedule/due-dates.ts';
import { CITIZEN_COLLECTIONS } from '../../store/citizen-media-shapes.ts';
import type { Capability } from '../capability.ts';
import { behindWall } from '../wall.ts';
import { fetchDue } from './fetch-due.ts';
import { orderEffect } from './order.ts';
import { mediaRoutes } from './pages/routes.tsx';
import { mediaStyles } from './pages/styles.ts';
import type { FetchFile, ForgetFile, Persons, Prompt, ReadFile, RecordedTexts, SentStore } from './ports.ts';
import { recordedCall } from './recorded.ts';
import { NOTHING_SENT, sentReader } from './reader.ts';

export interface MediaDeps {
  store: SentStore;
  persons: Persons;
  fingerprint: Fingerprint;
  clock: Clock;
  dues: DueDates;
  fetch: FetchFile;
  forget: ForgetFile;
  read: ReadFile;
  prompt: Prompt;
  recorded: RecordedTexts;
  /** The organisation whose staff hear and see them. */
  owner: string;
}

export interface Media extends Capability {
  /** For "my data": voices and photos that are kept. */
  kept(person: string): Promise<{ files: number }>;
  /** For erasure: deletes voices, photos, and what was typed of them; how many documents went. Safe to repeat. */
  eraseFor(person: string): Promise<number>;
  /** Two people are one: what one of them sent is the other's. Safe to repeat. */
  unite(from: string, to: string): Promise<void>;
}

/** Voices and photos citizens send: fetched, cleaned, sealed, heard by staff; and what listening to texts costs. */
export function media(deps: MediaDeps): Media {
  const readerOf = behindWall(deps.owner, sentReader(deps.store), NOTHING_SENT);
  return {
    name: 'media',
    collections: CITIZEN_COLLECTIONS,
    effects: [orderEffect(deps)],
    calls: [recordedCall(deps.recorded)],
    dues: [fetchDue(deps)],
    staffRoutes: mediaRoutes({ readerOf, clock: deps.clock }),
    assets: mediaStyles,
    kept: async (person) => ({ files: await deps.store.countOf(person) }),
    eraseFor: (person) => deps.store.eraseFor(person),
    unite: (from, to) => deps.store.unite(from, to),
  };
}
