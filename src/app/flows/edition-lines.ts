import type { ChangeKind, EditionLine } from '../../capabilities/flows/index.ts';
import type { Edition } from '../../store/flow-versions.ts';

type Flows = Edition['flows'];

/**
 * The history as staff read it, each edition with what it changed.
 * @param editions all of them, the newest first
 */
export function editionLines(editions: readonly Edition[]): EditionLine[] {
  const had = new Set<string>();
  const lines = [...editions].reverse().map(({ n, at, by, why, back, flows }, index, all): EditionLine => {
    const changes = differences(all[index - 1]?.flows ?? {}, flows, had);
    for (const flow of Object.keys(flows)) had.add(flow);
    return {
      ...{ n, at, by, flows: Object.keys(flows).sort(), changes },
      ...(why === undefined ? {} : { why }),
      ...(back === undefined ? {} : { back }),
    };
  });
  return lines.reverse();
}

/** The flows that were published at some time. */
export const publishedIn = (editions: readonly Edition[]): ReadonlySet<string> =>
  new Set(editions.flatMap(({ flows }) => Object.keys(flows)));

/**
 * Which flows differ, and how.
 * @param had flows that were published at some time before, see {@link publishedIn}
 */
export function differences(
  was: Flows,
  is: Flows,
  had: ReadonlySet<string>,
): { flow: string; kind: ChangeKind }[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].sort().flatMap((flow) => {
    const [before, after] = [was[flow], is[flow]];
    if (after === undefined) return { flow, kind: 'taken_away' };
    if (before === undefined) return { flow, kind: had.has(flow) ? 'brought_back' : 'new' };
    if (before.hash !== after.hash) return { flow, kind: 'changed' };
    return before.words === after.words ? [] : { flow, kind: 'words' };
  });
}
