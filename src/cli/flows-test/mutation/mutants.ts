import type { FlowFile, PlacedStep } from '../../../engine/flow-file/read-flow-file.ts';
import { deleted, type Path, place, replaced, type Written } from './written.ts';

/** A flow with one fault put in on purpose. */
export interface Mutant {
  /** What was done to it, in an author's words: `delete say merci`. */
  what: string;
  line: number;
  /** Keys of the steps of the sound flow that the fault concerns: a talk that comes by none of them goes as before. */
  steps: readonly string[];
  /** The way out it concerns, by the name a turn's walk has for it: a talk that takes it is the first to notice. */
  exit?: string;
  /** For two neighbours that changed places: where they stand in the sound flow. */
  swapped?: readonly [PlacedStep, PlacedStep];
  /** For two choices that changed places: what is written of them. */
  swappedChoices?: readonly [unknown, unknown];
  written: Written;
}

/** Every step deleted, every two neighbours swapped, every condition inverted; every branch and choice dropped. */
export function mutantsOf(flow: FlowFile): Mutant[] {
  return blocks(flow.steps).flatMap((block) =>
    block.flatMap((step, at) => [...faultsOf(flow, step), ...swapped(flow, step, block[at + 1])]),
  );
}

/** Lists of steps: the flow's own and those inside its steps. */
function blocks(steps: readonly PlacedStep[]): (readonly PlacedStep[])[] {
  return [steps, ...steps.flatMap((step) => step.blocks.filter((block) => block.length > 0).flatMap(blocks))];
}

function faultsOf({ written }: FlowFile, step: PlacedStep): Mutant[] {
  const name = nameOf(step);
  const fault = (what: string, changed: Written, exit?: string): Mutant => ({
    what,
    line: step.line,
    steps: [step.key],
    written: changed,
    ...(exit !== undefined && { exit }),
  });
  const source = place(written, step.path) as Written;
  const condition = source['if'];
  return [
    fault(`delete ${name}`, deleted(written, step.path)),
    ...(typeof condition === 'string'
      ? [fault(`invert ${name}`, replaced(written, [...step.path, 'if'], `!(${condition})`))]
      : []),
    ...branchesOf(source).map((branch) =>
      fault(
        `drop ${branch.join('.')} of ${name}`,
        dropped(written, step.path, branch),
        'call' in source ? 'fail' : String(branch.at(-1)),
      ),
    ),
    ...choiceFaults(written, step, source, fault),
  ];
}

function swapped({ written }: FlowFile, step: PlacedStep, next: PlacedStep | undefined): Mutant[] {
  if (next === undefined) return [];
  const [one, other] = [place(written, step.path), place(written, next.path)];
  const changed = replaced(replaced(written, step.path, other), next.path, one);
  return [
    {
      what: `swap ${nameOf(step)} and ${nameOf(next)}`,
      line: step.line,
      steps: [step.key, next.key],
      swapped: [step, next],
      written: changed,
    },
  ];
}

/** Ways out a step names, each by its path in the step. */
function branchesOf(source: Written): Path[] {
  return ['then', 'else', 'on_fail', 'timeout'].flatMap((name): Path[] => {
    const branch = source[name];
    if (branch === undefined) return [];
    // A split has a block for each of its keys.
    const many = name === 'then' && !Array.isArray(branch) && 'into' in source;
    return many ? Object.keys(branch as Written).map((key) => [name, key]) : [[name]];
  });
}

/** `then` must stand: without it an `if` only takes its `else`, and one without `else` does nothing. */
function dropped(written: Written, step: Path, branch: Path): Written {
  const source = place(written, step) as Written;
  if (branch[0] !== 'then' || !('if' in source)) return deleted(written, [...step, ...branch]);
  if (source['else'] === undefined) return deleted(written, step);
  const { else: otherwise, ...kept } = source;
  return replaced(written, step, { ...kept, if: `!(${String(source['if'])})`, then: otherwise });
}

/** A choice taken away, two that changed places, one that is offered whatever its condition says. */
function choiceFaults(
  written: Written,
  step: PlacedStep,
  { choices }: Written,
  fault: (what: string, changed: Written, exit?: string) => Mutant,
): Mutant[] {
  const more = choices !== null && typeof choices === 'object' && 'more' in choices;
  const path = [...step.path, ...(more ? ['choices', 'more'] : ['choices'])];
  const list: unknown = place(written, path);
  if (!Array.isArray(list)) return [];
  const name = nameOf(step);
  const keyOf = (at: number): string => {
    const choice = list[at] as string | { key: string };
    return typeof choice === 'string' ? choice : choice.key;
  };
  return list.flatMap((choice: unknown, at) => {
    const conditional = choice !== null && typeof choice === 'object' && 'when' in choice;
    const both = [...(list as unknown[])];
    both.splice(at, 2, list[at + 1], choice);
    return [
      fault(`drop choice ${keyOf(at)} of ${name}`, deleted(written, [...path, at]), keyOf(at)),
      ...(at + 1 < list.length
        ? [
            {
              ...fault(
                `swap choices ${keyOf(at)} and ${keyOf(at + 1)} of ${name}`,
                replaced(written, path, both),
              ),
              swappedChoices: [choice, list[at + 1]] as const,
            },
          ]
        : []),
      ...(conditional
        ? [fault(`offer ${keyOf(at)} of ${name} always`, deleted(written, [...path, at, 'when']))]
        : []),
    ];
  });
}

const nameOf = ({ step, key }: PlacedStep): string => `${step.kind} ${key}`;
