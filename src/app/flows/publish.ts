import type { FlowChange } from '../../capabilities/flows/index.ts';
import { refusal } from '../../domain/faults.ts';
import { contentHash } from '../../engine/content-hash.ts';
import type { Edition, FlowVersion } from '../../store/flow-versions.ts';
import { scriptOf } from '../script.ts';
import { candidate, refuse, type Wanted } from './candidate.ts';
import { type Around, changesOf } from './changes.ts';
import { flowsOf } from './versions-of.ts';

/** How often somebody else may publish while we look at what publishing would do. */
const MAX_TRIES = 5;

export type Publishing = Around &
  Wanted & {
    at: number;
    by: string;
    /** For colleagues who read the history. */
    why?: string;
    dryRun?: boolean;
    /** What somebody looked at before they decided, see {@link lookOf}: nothing else is published. */
    seen?: string;
    /** Hears of it once, after the last check and before anything is written; what it throws stops it. */
    decided?: (published: Published) => Promise<void>;
  };

export interface Published {
  /** The edition that is published now; on a dry run the one that would be. */
  edition: Edition;
  changes: FlowChange[];
}

/**
 * Publishes flows of the files, all of them as one edition or some beside what is published, or what an earlier edition
 * held. Whatever is published compiles together.
 * @throws FlowsBroken where it does not; Fault `no_first_contact` where it greets nobody, `contended` where others publish
 * all the time, `changed` and `nothing_new` where it is not what was looked at
 */
export async function publish(publishing: Publishing): Promise<Published> {
  const { store, dryRun = false, seen, decided } = publishing;
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const { before, versions, ...considered } = await consider(publishing);
    const same = before?.files === considered.edition.files;
    if (seen !== undefined && seen !== lookOf(considered.edition)) throw somebodyElse();
    if (seen !== undefined && same) throw refusal('nothing_new', 'It is what is published.');
    if (same) return { edition: before, changes: considered.changes };
    if (dryRun) return considered;
    await decided?.(considered);
    await store.put(versions);
    if (await store.publish(considered.edition)) return considered;
    // What was recorded as decided is this edition; the next try would be another.
    if (seen !== undefined || decided !== undefined) throw somebodyElse();
  }
  throw refusal('contended', 'Somebody else publishes flows at this moment; try again.');
}

/** Names what would be published and after which edition. What running talks do meanwhile changes no decision. */
export const lookOf = ({ n, files }: Pick<Edition, 'n' | 'files'>): string => contentHash({ n, files });

const somebodyElse = () => refusal('changed', 'The files changed, or somebody else published: look again.');

async function consider(
  publishing: Publishing,
): Promise<Published & { before: Edition | null; versions: FlowVersion[] }> {
  const { store, at, by, why } = publishing;
  const editions = await store.editions();
  const [before = null] = editions;
  const { versions, set } = await candidate(before, publishing, publishing);
  // Refuses flows that greet nobody, as a start would.
  scriptOf(set);
  const edition: Edition = {
    ...{ n: (before?.n ?? 0) + 1, at, by, ...flowsOf(versions) },
    ...(why === undefined ? {} : { why }),
    ...('back' in publishing ? { back: publishing.back } : {}),
  };
  const { changes, findings } = await changesOf({ editions, next: edition.flows, set }, publishing);
  refuse(findings);
  return { before, versions, edition, changes };
}
