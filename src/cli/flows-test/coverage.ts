import type { CompiledFlow, CompiledStep } from '../../engine/flow-set.ts';
import { type CompiledNode, type Move, type Target, WAIT } from '../../engine/nodes/node-kind.ts';
import type { Turn } from '../../engine/nodes/turn.ts';
import type { CallResult, Reply } from '../../engine/types.ts';
import { listening } from './listening.ts';

/** A step, or one of its ways out: `then`, `else`, the key of a choice, `on_fail`, `ok`, `fail`. */
export interface Place {
  step: string;
  line: number;
  branch?: string;
}

export interface Watched {
  /** The same flow; running it is noted. */
  flow: CompiledFlow;
  /** Its steps and branches, in the order of the file. */
  places: readonly Place[];
  reached(place: Place): boolean;
}

/** Notes which steps of a flow are entered and which branches are taken. A way out that leads where the other leads is no branch. */
export function watched(flow: CompiledFlow): Watched {
  const seen = new Set<string>();
  const steps = flow.steps.map((step) => ({
    ...step,
    node: watchedNode(step, (branch) => seen.add(named(step.key, branch))),
  }));
  return {
    flow: { ...flow, steps },
    places: flow.steps.flatMap(({ key, line, kind, node }) => [
      { step: key, line },
      ...branchesOf(kind, node).map((branch) => ({ step: key, line, branch })),
    ]),
    reached: ({ step, branch }) => seen.has(named(step, branch)),
  };
}

const named = (step: string, branch?: string): string => JSON.stringify([step, branch]);

/** The branches of a step, by the names an author knows. */
export function branchesOf(kind: string, { exits, question }: CompiledNode): string[] {
  const [first, second] = exits;
  const forks = first !== undefined && second !== undefined && !same(first, second);
  if (question) return [...question.choices, ...(forks ? ['on_fail'] : [])];
  if (!forks) return [];
  if (kind === 'if') return ['then', 'else'];
  return kind === 'call' ? ['ok', 'fail'] : [];
}

function watchedNode({ kind, node }: CompiledStep, note: (branch?: string) => void): CompiledNode {
  const left = (move: Move, names: readonly [string, string]): Move => {
    const [first] = node.exits;
    if (move.kind === 'go' && first !== undefined) note(names[same(move.to, first) ? 0 : 1]);
    return move;
  };
  return {
    ...node,
    enter(turn) {
      note();
      const move = node.enter(turn);
      if (kind === 'if') return left(move, ['then', 'else']);
      if (move.kind === 'go' && kind === 'ask') note('on_fail');
      if (move.kind === 'go' && kind === 'call') note('fail');
      return move;
    },
    ...(node.replied !== undefined && {
      replied: (turn: Turn, reply: Reply) => {
        let answer: string | undefined;
        const heard = listening(turn, (value) => (answer = nameOf(value)));
        const move = node.replied?.(heard, reply) ?? WAIT;
        if (move.kind === 'go') note(answer ?? 'on_fail');
        return move;
      },
    }),
    ...(node.returned !== undefined && {
      returned: (turn: Turn, result: CallResult) =>
        left(node.returned?.(turn, result) ?? WAIT, ['ok', 'fail']),
    }),
  };
}

/** The key of the choice that has this value. */
const nameOf = (value: unknown): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

const same = (a: Target, b: Target): boolean =>
  typeof a === 'number' || typeof b === 'number' ? a === b : a.flow === b.flow;
