import type { CompiledFlow } from '../../../engine/flow-set.ts';
import type { GraphEdge } from '../../../engine/graph/flow-graph.ts';
import { ENTRY, nodeOf } from '../../../engine/graph/flow-graph.ts';
import type { FlowFigures, StepFigures } from './figures.ts';

/** Staff see no count of 1 to 4 where it is of people who share a language or a channel (row S12: 5 for staff). */
export const K = 5;

/** A count as it may be seen; `null`: 1 to {@link K} − 1, which could be somebody in particular. */
export type Shown = number | null;

export interface ShownStep {
  in: Shown;
  /** By any way out. */
  left: Shown;
  waiting: Shown;
  dropped: Shown;
  retried: Shown;
  answered: Shown;
  timedOut: Shown;
  /** Seconds. */
  median: number | null;
  /** Share of those who came that broke off, 0 to 1; 0 where it may not be seen. */
  lost: number;
}

export interface ShownFigures {
  /** Counts of 1 to 4 are hidden and the others rounded: people were chosen by language or channel. */
  rounded: boolean;
  begun: Shown;
  waiting: Shown;
  step(key: string): ShownStep;
  edge(edge: GraphEdge): Shown;
  /** Steps that were counted and stand in the flow no more. */
  former: readonly string[];
}

const NOBODY: StepFigures = {
  in: 0,
  out: {},
  waiting: 0,
  dropped: 0,
  retried: 0,
  answered: 0,
  timedOut: 0,
  median: null,
};

/**
 * Figures as staff may see them. Of everybody together each count is shown as it is. Where people were chosen by
 * language or channel a count of 1 to 4 is hidden, and every other is rounded to fives: what is hidden can then not be
 * worked out from sums, from the next step, or by taking one cut from another.
 */
export function shown(figures: FlowFigures, flow: CompiledFlow, chosen: boolean): ShownFigures {
  const see = chosen ? rounded : (count: number): Shown => count;
  const byNode = new Map([...figures.steps].map(([key, step]) => [nodeOf(key), step]));
  const of = (key: string): StepFigures => figures.steps.get(key) ?? NOBODY;
  return {
    rounded: chosen,
    begun: see(figures.begun),
    waiting: see(figures.waiting),
    step(key) {
      const step = of(key);
      const visible = see(step.dropped);
      return {
        in: see(step.in),
        left: see(Object.values(step.out).reduce((sum, n) => sum + n, 0)),
        waiting: see(step.waiting),
        dropped: visible,
        retried: see(step.retried),
        answered: see(step.answered),
        timedOut: see(step.timedOut),
        // The median of a few is somebody's own time.
        median: step.answered < K ? null : step.median,
        lost: visible === null || step.in === 0 ? 0 : Math.min(1, visible / step.in),
      };
    },
    edge: (edge) => see(edge.from === ENTRY ? figures.begun : countOf(edge, byNode)),
    former: [...figures.steps.keys()].filter((key) => !flow.at.has(key)),
  };
}

/** How many took a line from a step. A step with one line is left by it, whatever its exits were called when it was counted. */
function countOf({ from, exits, forks }: GraphEdge, byNode: ReadonlyMap<string, StepFigures>): number {
  const { out } = byNode.get(from) ?? NOBODY;
  const counted = Object.entries(out).filter(([name]) => (forks ? exits.includes(name) : true));
  return counted.reduce((sum, [, n]) => sum + n, 0);
}

const rounded = (count: number): Shown => (count === 0 ? 0 : count < K ? null : Math.round(count / K) * K);
