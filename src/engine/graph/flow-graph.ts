import type { CompiledFlow, CompiledStep } from '../flow-set.ts';
import { END, type Target } from '../nodes/node-kind.ts';
import { type Way, waysOf } from './exits.ts';

/** What a map of a flow shows: where it begins, its steps, and where each way out of it leads. */
export type GraphNode =
  | { id: string; kind: 'entry' }
  | { id: string; kind: 'step'; step: CompiledStep }
  /** The flow is over. Each step that ends it has an end of its own, so that no line crosses the map to reach one. */
  | { id: string; kind: 'end' }
  /** The talk goes on in another flow. */
  | { id: string; kind: 'flow'; flow: string };

export interface GraphEdge {
  from: string;
  to: string;
  /** Names of the ways that lead here, as in graph/exits.ts; none from the entry. */
  ways: readonly string[];
  /** Every name under which a step is left for here. */
  exits: readonly string[];
  /** The step has other ways too: this one's name is worth saying. */
  forks: boolean;
}

export interface FlowGraph {
  flow: string;
  hash: string;
  /** In the order of the file, the entry first; ends and other flows follow the step that leads to them. */
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}

/** Steps that do nothing but lead on: the lines pass through them. */
const SIGNPOSTS: ReadonlySet<string> = new Set(['goto', 'end']);
export const ENTRY = 'entry';

export const nodeOf = (step: string): string => `step:${step}`;

/** Whether a step is drawn, or only leads on. */
export const isSignpost = ({ kind, node }: CompiledStep): boolean =>
  SIGNPOSTS.has(kind) && node.exits.length === 1;

/** The map of a flow, from what it was compiled to. A flow is never asked whether it is sound: any graph can be drawn. */
export function graphOf(flow: CompiledFlow): FlowGraph {
  const nodes: GraphNode[] = [{ id: ENTRY, kind: 'entry' }];
  const edges: GraphEdge[] = [];
  const begin = resolved(flow, flow.steps.length === 0 ? END : 0);
  lead(flow, ENTRY, [{ name: '', to: begin, also: [] }], { nodes, edges });
  for (const step of flow.steps) {
    if (isSignpost(step)) continue;
    const from = nodeOf(step.key);
    nodes.push({ id: from, kind: 'step', step });
    const ways = waysOf(step.node).map((way) => ({ ...way, to: resolved(flow, way.to) }));
    lead(flow, from, ways, { nodes, edges });
  }
  return { flow: flow.id, hash: flow.hash, nodes, edges };
}

function lead(
  flow: CompiledFlow,
  from: string,
  ways: readonly Way[],
  into: { nodes: GraphNode[]; edges: GraphEdge[] },
): void {
  const leading = new Map<string, { ways: string[]; exits: string[] }>();
  for (const { name, to, also } of ways) {
    const node = nodeAt(flow, from, to);
    if (node.kind !== 'step' && !leading.has(node.id)) into.nodes.push(node);
    const known = leading.get(node.id) ?? { ways: [], exits: [] };
    leading.set(node.id, known);
    if (name !== '') known.ways.push(name);
    known.exits.push(...[name, ...also].filter((one) => one !== '' && !known.exits.includes(one)));
  }
  for (const [to, names] of leading) into.edges.push({ from, to, ...names, forks: leading.size > 1 });
}

function nodeAt(flow: CompiledFlow, from: string, to: Target): GraphNode {
  if (typeof to !== 'number') return { id: `flow:${to.flow}:${from}`, kind: 'flow', flow: to.flow };
  const step = flow.steps[to];
  return step === undefined
    ? { id: `end:${from}`, kind: 'end' }
    : { id: nodeOf(step.key), kind: 'step', step };
}

/** Where a way ends that leads through steps which only lead on. Signposts that point at each other lead nowhere. */
function resolved(flow: CompiledFlow, target: Target): Target {
  let to = target;
  for (let hops = 0; typeof to === 'number' && hops <= flow.steps.length; hops += 1) {
    const step: CompiledStep | undefined = flow.steps[to];
    if (step === undefined || !isSignpost(step)) return to;
    to = step.node.exits[0] ?? END;
  }
  return typeof to === 'number' ? END : to;
}
