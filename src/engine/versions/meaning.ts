import type { CompiledNode, Outline } from '../nodes/node-kind.ts';

/**
 * What a step stands for, to be compared between two versions of its flow: of a question its type and what it offers, in
 * this order, because a typed "2" is the second; of another step its kind, and the flow it runs. `undefined`: it has no name of its own.
 */
export function meaningOf(
  kind: string,
  { key, offers }: Outline,
  { question, runs }: CompiledNode,
): string | undefined {
  if (key === undefined) return undefined;
  if (!question) return runs === undefined ? kind : `${kind} ${runs.flow}`;
  return [kind, question.type, ...(offers === undefined ? [] : [`from ${offers}`]), ...question.choices].join(
    ' ',
  );
}
