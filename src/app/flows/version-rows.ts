import type { Fingerprint } from '../../conversation/ports.ts';
import type { Connection } from '../../store/connection.ts';
import { Standing } from '../../store/conversations/standing.ts';
import { statesOf, stateOf } from '../../store/flow-versions-states.ts';
import { FlowVersionStore, type VersionName } from '../../store/flow-versions.ts';
import type { Around } from './changes.ts';
import { namesIn } from './versions-of.ts';

/** A version as staff and operators see it. */
export interface VersionRow extends VersionName {
  state: 'draft' | 'published' | 'archived';
  /** When it came to be that; milliseconds since 1970. */
  at: number;
  by: string;
  /** Talks that run this structure, whichever words they began with. */
  running: number;
}

/** Every version that was put down, or those of one flow, the newest first. */
export async function versionRows(
  { store, count }: Pick<Around, 'count'> & { store: Pick<FlowVersionStore, 'list' | 'editions'> },
  flow?: string,
): Promise<VersionRow[]> {
  const [versions, editions] = await Promise.all([store.list(flow), store.editions()]);
  const states = statesOf(editions);
  const running = [...(await count(versions.map(({ flow, hash }) => ({ flow, hash })))).values()];
  return versions.map((version, index): VersionRow => {
    const state = stateOf(states, version);
    const { at, by } = state.state === 'draft' ? version : { at: state.since, by: state.by };
    return { ...version, state: state.state, at, by, running: running[index] ?? 0 };
  });
}

/** Since when each flow's published version is published, by flow; milliseconds since 1970. No talk is counted for it. */
export async function publishedSince(
  store: Pick<FlowVersionStore, 'editions'>,
): Promise<ReadonlyMap<string, number>> {
  const editions = await store.editions();
  const states = statesOf(editions);
  const [newest] = editions;
  const published = newest === undefined ? [] : namesIn(newest);
  return new Map(
    published.flatMap((version) => {
      const state = stateOf(states, version);
      return state.state === 'published' ? [[version.flow, state.since] as const] : [];
    }),
  );
}

/** Reads the rows from a database. */
export function versionReader(
  connection: Connection,
  fingerprint: Fingerprint,
): (flow?: string) => Promise<VersionRow[]> {
  const store = new FlowVersionStore(connection);
  const standing = new Standing(fingerprint);
  return (flow) => versionRows({ store, count: (places) => standing.count(connection, places) }, flow);
}
