import { Fault, refusal } from '../../domain/faults.ts';
import type { Known } from '../../engine/compile-flows.ts';
import type { Finding } from '../../engine/finding.ts';
import type { FlowSet } from '../../engine/flow-set.ts';
import type { SpeakingTexts } from '../../language/index.ts';
import type { Edition, FlowVersion, FlowVersionStore } from '../../store/flow-versions.ts';
import type { LoadedFlows } from '../load-flows.ts';
import { compileEdition } from './compile-edition.ts';
import { namesIn, versionsOf } from './versions-of.ts';

/** What is to be published: flows of the files, or what an earlier edition held. */
export type Wanted =
  | {
      loaded: Pick<LoadedFlows, 'set' | 'sources' | 'speaker'>;
      /** Of these only the given ones; all, and none besides, where nothing is given. */
      only?: readonly string[];
    }
  | { back: number };

/** What it is put together from. */
export interface Ground {
  store: FlowVersionStore;
  speaker: SpeakingTexts;
  known: Known;
  at: number;
  by: string;
}

/** Flows that may not be published, each fault with its place. */
export class FlowsBroken extends Fault {
  readonly findings: readonly Finding[];

  constructor(findings: readonly [Finding, ...Finding[]]) {
    const [first] = findings;
    const more = findings.length === 1 ? '' : ` (${findings.length} in all)`;
    super('refusal', 'flows_broken', `${first.file}:${first.line}: ${first.message}${more}`);
    this.findings = findings;
  }
}

/** @throws FlowsBroken where there is anything to put right */
export function refuse(findings: readonly Finding[]): void {
  const [first, ...rest] = findings;
  if (first !== undefined) throw new FlowsBroken([first, ...rest]);
}

/**
 * The versions that would be published after `before`, and how they run together.
 * @throws FlowsBroken; Fault `no_such_flow`, `no_such_edition`, `version_gone`
 */
export function candidate(
  before: Edition | null,
  wanted: Wanted,
  ground: Ground,
): Promise<{ versions: FlowVersion[]; set: FlowSet }> {
  return 'back' in wanted ? earlier(wanted.back, ground) : ofFiles(before, wanted, ground);
}

async function ofFiles(
  before: Edition | null,
  { loaded, only }: Exclude<Wanted, { back: number }>,
  { store, speaker, known, at, by }: Ground,
) {
  const own = versionsOf(loaded, at, by);
  if (only === undefined || before === null) return { versions: own, set: loaded.set };
  const unknown = only.find((flow) => !loaded.set.flows.has(flow) && before.flows[flow] === undefined);
  if (unknown !== undefined)
    throw refusal(
      'no_such_flow',
      `${unknown}: no such flow; there are ${[...loaded.set.flows.keys()].join(', ')}.`,
    );
  const rest = await store.versions(namesIn(before).filter(({ flow }) => !only.includes(flow)));
  const versions = [...rest, ...own.filter(({ flow }) => only.includes(flow))];
  return { versions, set: together(versions, speaker, known) };
}

/** What an edition held runs by this engine or not at all: a call that was taken out since is found here. */
async function earlier(n: number, { store, speaker, known }: Ground) {
  const edition = await store.edition(n);
  if (edition === null) throw refusal('no_such_edition', `There is no edition ${n}.`);
  const names = namesIn(edition);
  const versions = await store.versions(names);
  if (versions.length < names.length)
    throw refusal('version_gone', `A version of edition ${n} is kept no more; it cannot be gone back to.`);
  return { versions, set: together(versions, speaker, known) };
}

function together(versions: readonly FlowVersion[], speaker: SpeakingTexts, known: Known): FlowSet {
  const { set, findings } = compileEdition(versions, speaker, known);
  refuse(findings);
  return set;
}
