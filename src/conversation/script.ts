import type { Told } from '../domain/how.ts';
import type { GlobalIntent, Lang } from '../domain/language.ts';
import type { Profile } from '../domain/person.ts';
import type { Explained } from '../engine/reasons.ts';
import type { EngineInput, Facts, Session, Value } from '../engine/types.ts';

/** A flow as the conversation chooses it. */
export interface FlowEntry {
  id: string;
  /** May run before the person has agreed to anything. */
  beforeConsent: boolean;
  /** A side job: the open talk is asked again afterwards. */
  interrupts: boolean;
  /** Variables it is begun with, as far as its header names them. */
  params?: Record<string, Value>;
  /** The link that leads there too, where a word for it may have come by one. */
  link?: string;
}

/** The published flows and the engine that runs them, as the conversation needs them. */
export interface Script {
  advance(session: Session | null, profile: Profile, input: EngineInput, facts: Facts): Explained;
  /**
   * Brings the older versions this talk runs, where they are not at hand, before its turn.
   * @throws Fault `unavailable` where that cannot be done now
   */
  ready?(session: Session): Promise<void> | undefined;
  /** The flow that greets somebody who has not agreed yet. */
  firstContact: FlowEntry;
  forIntent(intent: GlobalIntent): FlowEntry | undefined;
  /** The flow that offers the other language; nothing is offered where there is none. */
  readonly otherLanguage?: FlowEntry | undefined;
  /** The flow that gives a talk to a member of staff who takes it; nobody can where there is none. */
  readonly taken?: FlowEntry | undefined;
  /** A flow the house itself may begin in a talk. */
  forPrompt(flow: string): FlowEntry | undefined;
  /** By a link of the campaign that a flow names. */
  forLink?(link: string): FlowEntry | undefined;
  /** By its id, for who asked for it before they had agreed; `undefined` where it has gone. */
  forFlow?(id: string): FlowEntry | undefined;
  /** By a flow's own keywords: the whole utterance, or where a keyword says so, what it begins with. */
  forKeyword(text: string, lang: Lang, told?: Told): FlowEntry | undefined;
}

/** Version of the consent text a person must have agreed to; raising it asks everybody again. */
export const CONSENT = { purpose: 'base', version: 1 } as const;

export const hasConsented = (profile: Profile): boolean =>
  (profile.consents[CONSENT.purpose] ?? 0) >= CONSENT.version;
