import type { FlowChange, RunningTalks } from '../../capabilities/flows/index.ts';
import type { Known } from '../../engine/compile-flows.ts';
import type { Finding } from '../../engine/finding.ts';
import type { CompiledFlow, FlowSet } from '../../engine/flow-set.ts';
import { unfitTargets } from '../../engine/versions/check-migrate.ts';
import { compileVersion } from '../../engine/versions/compile-version.ts';
import { fateOf } from '../../engine/versions/fate.ts';
import { type SpeakingTexts, understanding } from '../../language/index.ts';
import type { Edition, FlowVersion, FlowVersionStore, VersionName } from '../../store/flow-versions.ts';
import { differences, publishedIn } from './edition-lines.ts';

export interface Around {
  store: FlowVersionStore;
  /** How many talks stand at places. */
  count: <P extends Place>(places: readonly P[]) => Promise<Map<P, number>>;
  speaker: SpeakingTexts;
  known: Known;
}
interface Place {
  flow: string;
  hash: string;
  step?: string;
}

/**
 * What publishing `next` after these editions would change, flow by flow, and what is wrong with it beside the versions
 * that talks run now. Reads, and writes nothing.
 * @param editions all of them, the newest first
 */
export async function changesOf(
  { editions, next, set }: { editions: readonly Edition[]; next: Edition['flows']; set: FlowSet },
  around: Around,
): Promise<{ changes: FlowChange[]; findings: Finding[] }> {
  const changes: FlowChange[] = [];
  const findings: Finding[] = [];
  const was = editions[0]?.flows ?? {};
  for (const { flow, kind } of differences(was, next, publishedIn(editions))) {
    const is = next[flow];
    const older = await olderVersions(flow, is?.hash, around);
    const published = is === undefined ? undefined : set.flows.get(flow);
    const running = await around.count(older.map((version) => ({ flow, ...version })));
    changes.push({ flow, kind, ...(await talksIn(flow, published, running, around)) });
    if (published === undefined) continue;
    const beside = besideWhich(was[flow]?.hash, running);
    findings.push(
      ...unfitTargets(published, beside).map((found) => ({ file: published.file, line: 1, ...found })),
    );
  }
  return { changes, findings };
}

interface Older {
  hash: string;
  compiled: CompiledFlow | undefined;
}

/** Every other version of a flow that was ever put down, once a structure. */
async function olderVersions(flow: string, hash: string | undefined, around: Around): Promise<Older[]> {
  const listed = (await around.store.list(flow)).filter((version) => version.hash !== hash);
  const newest = new Map<string, VersionName>(listed.reverse().map((version) => [version.hash, version]));
  return (await around.store.versions([...newest.values()])).map((version) => ({
    hash: version.hash,
    compiled: structureOf(version, around),
  }));
}

/** What a version is made of, to be compared. Its words do not matter: it is not talked with. */
export const structureOf = (
  version: FlowVersion,
  { speaker: texts, known }: Pick<Around, 'speaker' | 'known'>,
): CompiledFlow | undefined => compileVersion(version, { texts, understanding, known, flows: [] });

async function talksIn(
  flow: string,
  published: CompiledFlow | undefined,
  versions: ReadonlyMap<Older, number>,
  { count }: Around,
): Promise<RunningTalks> {
  const talks = { running: 0, move: 0, pinned: 0, end: 0 };
  for (const [{ hash, compiled: own }, running] of versions) {
    talks.running += running;
    if (running === 0) continue;
    const steps = (own ?? published)?.steps.map(({ key }) => ({ flow, hash, step: key })) ?? [];
    let found = 0;
    for (const [{ step }, standing] of await count(steps)) {
      const moves = published !== undefined && fateOf(published, own, step).kind === 'moves';
      if (moves) talks.move += standing;
      else if (own !== undefined) talks.pinned += standing;
      else continue;
      found += standing;
    }
    talks.end += Math.max(0, running - found);
  }
  if (published !== undefined) {
    // Talks in this very version, whose words alone are others now.
    const [same = 0] = (await count([{ flow, hash: published.hash }])).values();
    talks.running += same;
    talks.move += same;
  }
  return talks;
}

/** The versions a line of `migrate` must fit: the one that was published, and those some talk runs. */
function besideWhich(was: string | undefined, versions: ReadonlyMap<Older, number>): CompiledFlow[] {
  return [...versions].flatMap(([{ hash, compiled }, talks]) =>
    compiled !== undefined && (talks > 0 || hash === was) ? [compiled] : [],
  );
}
