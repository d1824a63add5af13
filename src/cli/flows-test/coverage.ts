import type { CompiledFlow } from '../../engine/flow-set.ts';
import { branchesOf } from '../../engine/graph/exits.ts';
import type { Walked } from '../../engine/types.ts';

/** A step, or one of its ways out: `then`, `else`, the key of a choice, `on_fail`, `ok`, `fail`. */
export interface Place {
  step: string;
  line: number;
  branch?: string;
}

export interface Watched {
  /** Takes note of a turn. */
  note(walk: readonly Walked[]): void;
  /** The flow's steps and branches, in the order of the file. */
  places: readonly Place[];
  reached(place: Place): boolean;
}

/** Notes which steps of a flow are entered and which branches are taken. A way out that leads where the other leads is no branch. */
export function watched(flow: CompiledFlow): Watched {
  const seen = new Set<string>();
  return {
    note(walk) {
      for (const { flow: id, step, exit } of walk) {
        if (id !== flow.id) continue;
        seen.add(named(step));
        if (exit !== undefined) seen.add(named(step, exit));
      }
    },
    places: flow.steps.flatMap(({ key, line, node }) => [
      { step: key, line },
      ...branchesOf(node).map((branch) => ({ step: key, line, branch })),
    ]),
    reached: ({ step, branch }) => seen.has(named(step, branch)),
  };
}

const named = (step: string, branch?: string): string => JSON.stringify([step, branch]);
