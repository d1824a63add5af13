import { contentHash } from '../../../engine/content-hash.ts';
import type { FlowFile, PlacedStep } from '../../../engine/flow-file/read-flow-file.ts';

/** A step of a file as its author wrote it, without the steps inside it. */
export interface OwnStep {
  /** The author's key; absent where they gave none. */
  key?: string;
  kind: string;
  /** Of a question. */
  type?: string;
  line: number;
  written: Readonly<Record<string, unknown>>;
  /** Two steps of one name are one step, in two versions. */
  name: string;
  /** The block it stands in. */
  inside: string;
}

/** Every step of a file, in the order of the file. */
export const ownSteps = ({ steps, written }: FlowFile): OwnStep[] => flat(steps, written, '');

function flat(steps: readonly PlacedStep[], file: unknown, inside: string): OwnStep[] {
  return steps.flatMap((placed) => {
    const own = ownStep(placed, file, inside);
    const blocks = placed.step.outline.blocks ?? [];
    return [
      own,
      ...placed.blocks.flatMap((block, nth) =>
        flat(block, file, `${own.key ?? own.kind} ${blocks[nth]?.path.join('.') ?? ''}`),
      ),
    ];
  });
}

function ownStep({ step, key, line, path }: PlacedStep, file: unknown, inside: string): OwnStep {
  const written = structuredClone(valueAt(file, path)) as Record<string, unknown>;
  for (const block of step.outline.blocks ?? []) takeAway(written, block.path);
  const named = step.outline.key !== undefined;
  const { type } = written;
  return {
    ...(named ? { key } : {}),
    kind: step.kind,
    ...(typeof type === 'string' ? { type } : {}),
    ...{ line, written, inside },
    name: named ? `#${key}` : `${step.kind} ${contentHash(written)}`,
  };
}

/** A way of one step alone may stand without its dash: `then: { goto: fin }`. It is read as a list of one. */
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (held, key) =>
      typeof key === 'number' && !Array.isArray(held) ? held : (held as Record<PropertyKey, unknown>)[key],
    value,
  );

function takeAway(written: object, path: readonly PropertyKey[]): void {
  const holder = valueAt(written, path.slice(0, -1)) as Record<PropertyKey, unknown> | undefined;
  const last = path.at(-1);
  if (holder !== undefined && last !== undefined) holder[last] = undefined;
}
