import type { RehearsalDeps } from '../../conversation/rehearsal/rehearse.ts';
import type { Preview } from '../../domain/shown.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Lang } from '../../domain/language.ts';
import type { FlowSet } from '../../engine/flow-set.ts';
import type { SpeakingTexts } from '../../language/index.ts';
import type { Capability } from '../capability.ts';
import { sharedBehindWall, type Walls } from '../wall.ts';
import { FLOW_COLLECTIONS } from './collections.ts';
import { addOnce, type Database } from './counting/counts-store.ts';
import { walkedEffect } from './counting/effect.ts';
import { countsSince, forgetChannel, lastDaysOf } from './figures/figures-store.ts';
import { flowRoutes } from './pages/routes.tsx';
import { publishingStyles } from './publishing/pages/styles.ts';
import type { EditionDesk } from './publishing/ports.ts';
import { flowReader, sharedFlows } from './reader.ts';
import type { PublishedSince, VersionsOf } from './versions.ts';

export interface FlowsDeps {
  db: Database;
  clock: Clock;
  /** Names this process among those that count. */
  writer: string;
  /** The flows that are published now. */
  flows: () => FlowSet;
  speaker: SpeakingTexts;
  /** Channels, as messages can be looked at before they leave. */
  previews: readonly Preview[];
  /** What a rehearsal is played with, in a language. */
  rehearsal: (lang: Lang) => RehearsalDeps;
  versionsOf: VersionsOf;
  publishedSince: PublishedSince;
  /** Where they are published. */
  editions: EditionDesk;
  /** The name of an account; `undefined` once it is gone. */
  staffName: (account: string) => Promise<string | undefined>;
  /** The organisation whose staff see them. */
  owner: string;
  /** Who else may see figures. */
  walls: Walls;
  /** Where invented people talk. */
  demoChannel: string;
}

export interface Flows extends Capability {
  /** The last day on which anything happened in each of these flows. */
  lastDaysOf(flows: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Flows as staff see them: a map of each, where people are in it, and a rehearsal (F9, F11, F12). */
export function flows(deps: FlowsDeps): Flows {
  const { db, clock, owner, speaker, versionsOf, publishedSince } = deps;
  const reader = flowReader({
    flows: deps.flows,
    countsSince: (ids, day) => countsSince(db, ids, day),
    clock,
  });
  return {
    name: 'flows',
    collections: FLOW_COLLECTIONS,
    effects: [walkedEffect(addOnce(db, deps.writer))],
    calls: [],
    staffRoutes: flowRoutes({
      readerOf: sharedBehindWall({ walls: deps.walls, owner, records: 'flows' }, reader, sharedFlows),
      stageOf: (org) => (org === owner ? { set: deps.flows(), depsFor: deps.rehearsal } : undefined),
      versionsOf,
      publishedSince,
      deskOf: (org) => (org === owner ? deps.editions : undefined),
      staffName: deps.staffName,
      speaker,
      previews: deps.previews,
    }),
    assets: publishingStyles,
    lastDaysOf: (ids) => lastDaysOf(db, ids),
    demo: { deeds: () => [], sweep: () => forgetChannel(db, deps.demoChannel) },
  };
}

export type {
  ChangeKind,
  Deed,
  EditionDesk,
  EditionLine,
  Files,
  FlowChange,
  Look,
  Offer,
  RunningTalks,
  Sides,
} from './publishing/ports.ts';
export type { PublishedSince, VersionsOf } from './versions.ts';
