import type { CompiledFlow } from '../../../engine/flow-set.ts';
import { type FlowGraph, type GraphEdge, type GraphNode, graphOf } from '../../../engine/graph/flow-graph.ts';
import { type Box, type Placed, placed, type Point } from '../../../engine/graph/placing/placed.ts';

/** A map ready to be drawn: what it shows, and where everything stands. */
export interface Drawing {
  graph: FlowGraph;
  layout: Placed;
  boxes: ReadonlyMap<string, Box & Point>;
  lines: readonly { edge: GraphEdge; points: readonly Point[] }[];
}

export const STEP_WIDTH = 208;
/** A step's name, what it says, its figures: a line each. */
const HEIGHT = { name: 34, line: 20 };
const SMALL = { width: 30, height: 30 };
const FLOW_HEIGHT = 34;
/** About what a letter of 12 px takes, for boxes as wide as their name. */
const LETTER = 7.4;

/** Lays out the map of a flow; with room for figures where it will have some. */
export function drawingOf(flow: CompiledFlow, { figures = false } = {}): Drawing {
  const graph = graphOf(flow);
  const boxes = graph.nodes.map((node) => boxOf(node, figures));
  const layout = placed(boxes, graph.edges);
  return {
    graph,
    layout,
    boxes: new Map(boxes.map((box) => [box.id, { ...box, ...(layout.boxes.get(box.id) ?? { x: 0, y: 0 }) }])),
    lines: spread(graph.edges.map((edge, nth) => ({ edge, points: layout.lines[nth] ?? [] }))),
  };
}

function boxOf(node: GraphNode, figures: boolean): Box {
  const { id } = node;
  if (node.kind === 'step') {
    const lines = (speaks(node) ? 1 : 0) + (figures ? 1 : 0);
    return { id, width: STEP_WIDTH, height: HEIGHT.name + lines * HEIGHT.line };
  }
  if (node.kind === 'end') return { id, ...SMALL };
  const words = node.kind === 'flow' ? node.flow.length : 8;
  return { id, width: Math.min(STEP_WIDTH, Math.ceil(words * LETTER) + 36), height: FLOW_HEIGHT };
}

/** The step has words of its own. */
export const speaks = ({ step }: GraphNode & { kind: 'step' }): boolean =>
  step.node.texts.some(({ text }) => text.flow !== 'bot');

/** Lines that leave one box leave it side by side, in the order of where they go. */
function spread(lines: Drawing['lines']): Drawing['lines'] {
  const leaving = new Map<string, number[]>();
  lines.forEach(({ edge }, nth) => leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), nth]));
  const shifts = new Map<number, number>();
  for (const nths of leaving.values()) {
    const byGoal = [...nths].sort((a, b) => goalOf(lines[a]?.points) - goalOf(lines[b]?.points));
    const room = Math.min(44, (STEP_WIDTH * 0.8) / nths.length);
    byGoal.forEach((nth, at) => shifts.set(nth, Math.round((at - (nths.length - 1) / 2) * room)));
  }
  return lines.map(({ edge, points }, nth) => {
    const [first, ...others] = points;
    if (first === undefined || edge.from === edge.to) return { edge, points };
    return { edge, points: [{ x: first.x + (shifts.get(nth) ?? 0), y: first.y }, ...others] };
  });
}

const goalOf = (points: readonly Point[] = []): number => points[1]?.x ?? 0;
