import type { CompiledFlow } from '../../../engine/flow-set.ts';
import type { Finding } from '../../../engine/finding.ts';
import type { Value } from '../../../engine/types.ts';
import type { FlowWords } from '../../../store/flow-versions.ts';

/** What may be published: the files, one flow of them beside what is published, or what an earlier edition held. */
export type Offer = { from: 'files'; flow?: string } | { from: 'edition'; n: number };

export type ChangeKind = 'new' | 'changed' | 'words' | 'taken_away' | 'brought_back';

/** What publishing makes of the talks that run a flow. */
export interface RunningTalks {
  running: number;
  /** Go on in the new version at their next turn. */
  move: number;
  /** Go on in their own until they stand at a step that was kept. */
  pinned: number;
  /** Their version cannot be read any more: they are told, and end. */
  end: number;
}

/** What publishing makes of a flow, and of its talks. */
export interface FlowChange extends RunningTalks {
  flow: string;
  kind: ChangeKind;
}

/** The files of this process as they are now. */
export interface Files {
  /**
   * Every flow that has a file or is published; `broken`: its file cannot be compiled, `unread`: a file of texts cannot be
   * read, so that nothing is known of any.
   */
  flows: readonly { flow: string; state: ChangeKind | 'same' | 'broken' | 'unread' }[];
  /** What must be put right before anything is published, in reading order. */
  findings: readonly Finding[];
  /** What a reviewer should look at. */
  warnings: readonly Finding[];
  /** These very files were published as this edition, and replaced since. */
  replaced?: number;
}

/** What publishing would do now. */
export interface Look {
  /** Goes along with the decision, which holds for this alone; empty where nothing can be decided. */
  seen: string;
  changes: readonly FlowChange[];
  /** Why it cannot be published. */
  findings: readonly Finding[];
}

/** A flow on one side of a comparison. */
export interface Side {
  /** The YAML of its file. */
  source: string;
  words: FlowWords;
  /** Absent where this engine does not understand it. */
  structure?: CompiledFlow;
}

export interface Sides {
  /** As it is published; absent where it is not. */
  was?: Side;
  /** As it would be; absent where it would be taken away, or nobody keeps it any more. */
  is?: Side;
}

export interface EditionLine {
  n: number;
  /** Milliseconds since 1970. */
  at: number;
  /** `start`, `command`, a name, or `staff/<account>`. */
  by: string;
  why?: string;
  /** The edition it went back to. */
  back?: number;
  flows: readonly string[];
  /** What it changed beside the edition before it. */
  changes: readonly { flow: string; kind: ChangeKind }[];
}

/** Flows whose files are other than what is published. */
export const differing = ({ flows }: Files): Files['flows'] =>
  flows.filter(({ state }) => state !== 'same' && state !== 'unread');

/** A line of the audit. */
export interface Deed {
  action: string;
  subject: string;
  detail: Readonly<Record<string, Value>>;
}

export interface Decision {
  offer: Offer;
  /** Of the look it was taken after. */
  seen: string;
  by: string;
  why: string;
  /** Keeps the record; awaited before anything is written. */
  record: (deed: Deed) => Promise<void>;
}

/** Where staff look at what could be published, and publish it. The command does the same by the same functions. */
export interface EditionDesk {
  /** A start publishes nothing by itself. */
  readonly byHand: boolean;
  files(): Promise<Files>;
  look(offer: Offer): Promise<Look>;
  /**
   * @returns the number of the edition
   * @throws Fault `changed` where it is not what was looked at any more, `nothing_new`, or why it cannot be published
   */
  publish(decision: Decision): Promise<number>;
  /** A flow as it is published and as it would be; `null` where no file of texts can be read. */
  sides(flow: string, offer: Offer): Promise<Sides | null>;
  /** The newest first. */
  editions(): Promise<readonly EditionLine[]>;
}
