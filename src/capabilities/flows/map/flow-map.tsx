import type { VNode } from 'preact';
import type { Lang } from '../../../domain/language.ts';
import type { GraphEdge, GraphNode } from '../../../engine/graph/flow-graph.ts';
import { shortened } from '../../../engine/graph/mermaid.ts';
import type { Box, Point } from '../../../engine/graph/placing/placed.ts';
import { type Drawing, speaks, STEP_WIDTH } from './drawing.ts';
import { pathOf, wordsAt } from './path.ts';

/** What stands on a map besides its boxes and lines. */
export interface MapWords {
  title: string;
  /** What the map shows, for who does not see it. */
  description: string;
  entry: string;
  end: string;
  name(node: GraphNode & { kind: 'step' }): string;
  /** What a step is: "question", "appel". */
  kind(node: GraphNode & { kind: 'step' }): string;
  /** What it says, in one language. */
  says(node: GraphNode & { kind: 'step' }): string | undefined;
  /** Which language that is, where it is not the one around it. */
  saysIn?: Lang;
  /** A way out, by its name in graph/exits.ts. */
  way(name: string): string;
  /** Figures of a box, in one short line. */
  boxFigures?(node: GraphNode): string | undefined;
  lineFigures?(edge: GraphEdge): string | undefined;
  /** Share of those who came to a step and broke off there, 0 to 1. */
  lost?(node: GraphNode): number;
  /** Where a box leads when it is chosen. */
  link?(node: GraphNode & { kind: 'step' }): string;
}

/** Letters that fit into a box. */
const FIT = { name: 25, says: 27, figures: 30 };
const PAD = 12;

/** The map of a flow as SVG, without scripts: a table with the same must stand beside it. `css` is for a file of its own. */
export function FlowMap({ drawing, words, css }: { drawing: Drawing; words: MapWords; css?: string }): VNode {
  const { layout, graph, boxes, lines } = drawing;
  const id = `carte-${graph.flow}`;
  return (
    <svg
      class="flow-map"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      role="group"
      aria-labelledby={`${id}-titre ${id}-desc`}
    >
      <title id={`${id}-titre`}>{words.title}</title>
      <desc id={`${id}-desc`}>{words.description}</desc>
      {css === undefined ? null : <style>{css}</style>}
      <defs>
        <marker
          id={`${id}-fleche`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path class="map-arrow" d="M0 0L8 4L0 8Z" />
        </marker>
      </defs>
      {lines.map(({ points }, nth) => (
        <path key={nth} class="map-line" d={pathOf(points)} marker-end={`url(#${id}-fleche)`} />
      ))}
      {graph.nodes.map((node) => (
        <Node key={node.id} node={node} box={boxes.get(node.id)} words={words} />
      ))}
      {lines.map(({ edge, points }, nth) => (
        <Label key={nth} edge={edge} points={points} words={words} />
      ))}
    </svg>
  );
}

function Label({
  edge,
  points,
  words,
}: {
  edge: GraphEdge;
  points: readonly Point[];
  words: MapWords;
}): VNode | null {
  const name = edge.forks ? edge.ways.map((way) => words.way(way)).join(', ') : '';
  const figures = words.lineFigures?.(edge) ?? '';
  if (name === '' && figures === '') return null;
  const { x, y } = wordsAt(points);
  return (
    <text class="map-way" x={x} y={y + 4} text-anchor="middle">
      {[name, figures].filter(Boolean).join(' · ')}
    </text>
  );
}

interface NodeProps {
  node: GraphNode;
  box: (Box & Point) | undefined;
  words: MapWords;
}

function Node({ node, box, words }: NodeProps): VNode | null {
  if (box === undefined) return null;
  if (node.kind === 'step') return <Step node={node} box={box} words={words} />;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (node.kind === 'end')
    return (
      <g class="map-end">
        <title>{words.end}</title>
        <circle cx={middle.x} cy={box.y + 11} r="10" />
        <circle class="map-end-dot" cx={middle.x} cy={box.y + 11} r="5" />
      </g>
    );
  return (
    <g class={node.kind === 'entry' ? 'map-entry' : 'map-flow'}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={box.height / 2} />
      <text x={middle.x} y={middle.y + 4} text-anchor="middle">
        {node.kind === 'entry' ? words.entry : `→ ${shortened(node.flow, 24)}`}
      </text>
    </g>
  );
}

function Step({
  node,
  box,
  words,
}: {
  node: GraphNode & { kind: 'step' };
  box: Box & Point;
  words: MapWords;
}): VNode {
  const says = words.says(node);
  const kind = words.kind(node);
  const figures = words.boxFigures?.(node);
  const lost = Math.min(1, Math.max(0, words.lost?.(node) ?? 0));
  const drawn = (
    <>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="8" />
      <text class="map-key" x={box.x + PAD} y={box.y + 21}>
        {shortened(words.name(node), FIT.name - kind.length)}
      </text>
      <text class="map-kind" x={box.x + STEP_WIDTH - PAD} y={box.y + 21} text-anchor="end">
        {kind}
      </text>
      {says === undefined ? null : (
        <text class="map-says" lang={words.saysIn} x={box.x + PAD} y={box.y + 41}>
          {shortened(says, FIT.says)}
        </text>
      )}
      {figures === undefined ? null : (
        <text class="map-figures" x={box.x + PAD} y={box.y + (speaks(node) ? 61 : 41)}>
          {shortened(figures, FIT.figures)}
        </text>
      )}
      {lost === 0 ? null : (
        <rect
          class="map-lost"
          x={box.x + 8}
          y={box.y + box.height - 5}
          width={Math.max(2, lost * (box.width - 16))}
          height="3"
          rx="1.5"
        />
      )}
    </>
  );
  const family = node.step.node.question ? 'map-question' : node.step.kind === 'say' ? 'map-say' : 'map-work';
  const link = words.link?.(node);
  return <g class={`map-step ${family}`}>{link === undefined ? drawn : <a href={link}>{drawn}</a>}</g>;
}
