import type { CompiledNode, Outline } from '../nodes/node-kind.ts';

/**
 * What a step stands for, to be compared between two versions of its flow: of a question its type and what it offers, in
 * this order, because a typed "2" is the second; of another step its kind. `undefined`: it has no name of its own.
 */
export function meaningOf(
  kind: string,
  { key, offers }: Outline,
  { question }: CompiledNode,
): string | undefined {
  if (key === undefined) return undefined;
  if (!question) return kind;
  return [kind, question.type, ...(offers === undefined ? [] : [`from ${offers}`]), ...question.choices].join(
    ' ',
  );
}
