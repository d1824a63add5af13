import type { CompiledStep } from '../../../engine/flow-set.ts';
import type { FlowGraph } from '../../../engine/graph/flow-graph.ts';
import type { TextKey } from '../../../engine/types.ts';
import type { MapWords } from './flow-map.tsx';
import type { MapTexts } from './words.fr.ts';

/** The words of a text in the language of the map; `undefined` where it has none. */
export type TextOf = (key: TextKey) => string | undefined;

/** The words on a map without figures. */
export function mapWords({ flow, nodes }: FlowGraph, texts: MapTexts, textOf: TextOf): MapWords {
  const steps = nodes.filter(({ kind }) => kind === 'step').length;
  return {
    title: texts.title(flow),
    description: texts.description(steps),
    entry: texts.entry,
    end: texts.end,
    name: ({ step }) => nameOf(step, texts),
    kind: ({ step }) => (step.key.includes('@') ? '' : kindOf(step, texts)),
    says: ({ step }) => saidBy(step, textOf),
    way: (name) => texts.ways[name] ?? name,
  };
}

/** What a step is called: a question by its type. */
export function kindOf({ kind, node }: CompiledStep, texts: MapTexts): string {
  const type = node.question?.type;
  return (type === undefined ? texts.kinds[kind] : texts.questions[type]) ?? kind;
}

/** A step by its key, or, where its author gave none, by what it is and where it stands. */
export function nameOf(step: CompiledStep, texts: MapTexts): string {
  return step.key.includes('@') ? texts.unnamed(kindOf(step, texts), step.line) : step.key;
}

/** What a step says first, if it says anything of its own. */
export function saidBy({ node }: CompiledStep, textOf: TextOf): string | undefined {
  const first = node.texts.find(({ text }) => text.flow !== 'bot');
  return first && textOf(first.text);
}
