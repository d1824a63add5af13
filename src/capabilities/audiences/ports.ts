import type { Audience } from './model/audience.ts';

/** Somebody who may be written to, as a send needs them. */
export interface Member {
  /** Under a key of this purpose (T6); the order of ids tells nothing. */
  id: Buffer;
  /** Where they are reached, sealed; {@link Audiences.conversationOf} opens it. */
  reach: Buffer;
  lang: string;
  channel: string;
  /** As far as they have said. */
  region?: string;
}

/**
 * Why somebody of an audience is not written to, the first that holds: they said stop; their channel reported them gone;
 * they agreed to nothing, or have no talk; WhatsApp takes no free words for them now, or their channel must not be used to
 * broadcast, so that the message waits for them.
 */
export const EXCLUSIONS = ['stopped', 'gone', 'no_consent', 'window', 'waits'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export interface Counts {
  /** Everybody of the audience, in this scope. */
  matched: number;
  reachable: number;
  /** People, by the first reason that holds; with `reachable` they add up to `matched`. */
  excluded: Record<Exclusion, number>;
  /** Of the reachable ones. */
  byLang: Record<string, number>;
  byChannel: Record<string, number>;
  /** `''`: those who have not said where they live. */
  byRegion: Record<string, number>;
}

/** Whom a member of staff may address: with regions, only those who said they live there (T20). */
export interface Scope {
  regions?: readonly string[];
}

/** An audience of fewer is somebody in particular: it is neither counted nor sent to (docs/decisions/audiences.md). */
export const SMALLEST = 5;

/** What broadcasts need of audiences. */
export interface Audiences {
  /** {@link SMALLEST}; 1 on a development machine, where whoever tries it is alone. */
  readonly smallest: number;
  /** Exact, for the rules alone; pages show {@link shown}. */
  count(of: Audience, scope: Scope): Promise<Counts>;
  /** As staff may see it: `0` stands for fewer than `smallest`, the rest is rounded (docs/decisions/audiences.md). */
  shown(of: Audience, scope: Scope): Promise<Counts>;
  /** Groups and answers that at least `smallest` people of this scope have. */
  met(scope: Scope): Promise<{ groups: string[]; answers: string[] }>;
  /**
   * Those who may be written to, or whose message waits for them (`window`, `waits`), in the order of their ids, after `after`. An
   * empty page is the end. Where they are fewer than `smallest`, there is nobody.
   */
  members(of: Audience, scope: Scope, after: Buffer | null, limit: number): Promise<readonly Member[]>;
  /** The id of the conversation they are reached in. */
  conversationOf(member: Pick<Member, 'id' | 'reach'>): string;
  /** In words, for pages and the audit. */
  describe(of: Audience, lang: 'fr' | 'en'): string;
}
