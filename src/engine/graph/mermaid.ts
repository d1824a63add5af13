import type { FlowGraph, GraphNode } from './flow-graph.ts';

/** Words of a step that stand on a map beside its key; none where it says nothing. */
export type StepWords = (node: GraphNode & { kind: 'step' }) => string | undefined;

/** Longer words make boxes nobody can arrange. */
const MAX_WORDS = 60;

/**
 * The map as a Mermaid flowchart. Whatever stands in keys and texts stays words: every sign that means something to
 * Mermaid or to a page goes out as its number.
 */
export function mermaid(graph: FlowGraph, words: StepWords = () => undefined): string {
  const names = new Map(graph.nodes.map(({ id }, nth) => [id, `n${nth}`]));
  const nodes = graph.nodes.map((node) => `  ${names.get(node.id) ?? ''}${shape(node, graph, words)}`);
  const edges = graph.edges.map(({ from, to, ways, forks }) => {
    const label = forks && ways.length > 0 ? `|"${plain(ways.join(', '))}"|` : '';
    return `  ${names.get(from) ?? ''} -->${label} ${names.get(to) ?? ''}`;
  });
  return ['flowchart TD', `  %% ${plain(graph.flow)} ${plain(graph.hash)}`, ...nodes, ...edges, ''].join(
    '\n',
  );
}

function shape(node: GraphNode, { flow }: FlowGraph, words: StepWords): string {
  switch (node.kind) {
    case 'entry':
      return `(["${plain(flow)}"])`;
    case 'end':
      return '((" "))';
    case 'flow':
      return `[["${plain(node.flow)}"]]`;
    case 'step': {
      const said = words(node);
      const label =
        plain(node.step.key.includes('@') ? node.step.kind : node.step.key) +
        (said === undefined ? '' : `<br/>${plain(shortened(said))}`);
      if (node.step.node.question) return `[/"${label}"/]`;
      return node.step.kind === 'if' ? `{{"${label}"}}` : `["${label}"]`;
    }
  }
}

/** Only letters, digits and the plainest signs stay as they are. */
const plain = (text: string): string =>
  text
    .replace(/\s+|\p{Cs}/gu, ' ')
    .trim()
    .replace(/[^\p{L}\p{N}\p{M} .,!?’…_-]/gu, (sign) => `#${sign.codePointAt(0) ?? 32};`);

/** Cut between characters a reader sees, never inside one. */
export function shortened(text: string, max = MAX_WORDS): string {
  const words = text.replace(/\s+/gu, ' ').trim();
  if (words.length <= max) return words;
  const letters = Array.from(LETTERS.segment(words), ({ segment }) => segment);
  return letters.length <= max
    ? words
    : `${letters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

const LETTERS = new Intl.Segmenter('fr', { granularity: 'grapheme' });
