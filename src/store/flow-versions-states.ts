import { type Edition, idOfVersion, type VersionName } from './flow-versions-shapes.ts';

/** What a version is to its flow, and since when, milliseconds since 1970. */
export type VersionState =
  /** In the files or put down, never published. */
  | { state: 'draft' }
  | { state: 'published'; since: number; by: string }
  /** Another took its place, or its flow was taken away. Talks that are pinned to it run it still. */
  | { state: 'archived'; since: number; by: string };

/**
 * The state of every version that was ever published, by its id. States are not stored: they follow from the editions,
 * so that publishing is one write.
 * @param editions all of them, the newest first
 */
export function statesOf(editions: readonly Edition[]): Map<string, VersionState> {
  const states = new Map<string, VersionState>();
  let before = new Set<string>();
  for (const { flows, at: since, by } of [...editions].reverse()) {
    const now = new Set(Object.entries(flows).map(([flow, named]) => idOfVersion({ flow, ...named })));
    for (const id of now) if (!before.has(id)) states.set(id, { state: 'published', since, by });
    for (const id of before) if (!now.has(id)) states.set(id, { state: 'archived', since, by });
    before = now;
  }
  return states;
}

/** The state of one version. */
export const stateOf = (states: ReadonlyMap<string, VersionState>, version: VersionName): VersionState =>
  states.get(idOfVersion(version)) ?? { state: 'draft' };
