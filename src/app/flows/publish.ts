import { refusal } from '../../domain/faults.ts';
import type { Finding } from '../../engine/finding.ts';
import type { Edition, FlowVersion } from '../../store/flow-versions.ts';
import type { LoadedFlows } from '../load-flows.ts';
import { scriptOf } from '../script.ts';
import { type Around, changesOf, type FlowChange } from './changes.ts';
import { compileEdition } from './compile-edition.ts';
import { flowsOf, namesIn, versionsOf } from './versions-of.ts';

/** How often somebody else may publish while we look at what publishing would do. */
const MAX_TRIES = 5;

export interface Publishing extends Around {
  loaded: Pick<LoadedFlows, 'set' | 'sources' | 'speaker'>;
  /** Of these only the given ones; all, and none besides, where nothing is given. */
  only?: readonly string[];
  at: number;
  by: string;
  dryRun?: boolean;
}

export interface Published {
  /** The edition that is published now; on a dry run the one that would be. */
  edition: Edition;
  changes: FlowChange[];
}

/**
 * Publishes flows of the files: all of them as one edition, or some beside what is published. Whatever is published
 * compiles together.
 * @throws Fault `flows_broken` where it does not, `no_first_contact` where it greets nobody, `contended` where others publish all the time
 */
export async function publish(publishing: Publishing): Promise<Published> {
  const { store, at, by, dryRun = false } = publishing;
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const before = await store.current();
    const { versions, set } = await candidate(before, publishing);
    // Refuses flows that greet nobody, as a start would.
    scriptOf(set);
    const edition: Edition = { n: (before?.n ?? 0) + 1, at, by, ...flowsOf(versions) };
    const { changes, findings } = await changesOf({ before, next: edition.flows, set }, publishing);
    refuse(findings);
    if (before?.files === edition.files) return { edition: before, changes };
    if (dryRun) return { edition, changes };
    await store.put(versions);
    if (await store.publish(edition)) return { edition, changes };
  }
  throw refusal('contended', 'Somebody else publishes flows at this moment; try again.');
}

async function candidate(before: Edition | null, publishing: Publishing) {
  const { loaded, only, store, known, at, by } = publishing;
  const own = versionsOf(loaded, at, by);
  if (only === undefined || before === null) return { versions: own, set: loaded.set };
  const unknown = only.find((flow) => !loaded.set.flows.has(flow) && before.flows[flow] === undefined);
  if (unknown !== undefined)
    throw refusal(
      'no_such_flow',
      `${unknown}: no such flow; there are ${[...loaded.set.flows.keys()].join(', ')}.`,
    );
  const rest = await store.versions(namesIn(before).filter(({ flow }) => !only.includes(flow)));
  const versions: FlowVersion[] = [...rest, ...own.filter(({ flow }) => only.includes(flow))];
  const { set, findings } = compileEdition(versions, loaded.speaker, known);
  refuse(findings);
  return { versions, set };
}

function refuse(findings: readonly Finding[]): void {
  const [first] = findings;
  if (first === undefined) return;
  const more = findings.length === 1 ? '' : ` (${findings.length} in all)`;
  throw refusal('flows_broken', `${first.file}:${first.line}: ${first.message}${more}`);
}
