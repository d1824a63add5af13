import { readFlowFile } from '../../../engine/flow-file/read-flow-file.ts';
import type { Side, Sides } from '../publishing/ports.ts';
import { changedFields, type FieldChange } from './fields.ts';
import { changedLines, type Line } from './lines.ts';
import { type OwnStep, ownSteps } from './own-steps.ts';
import { changedSteps, type StepChange } from './steps.ts';
import { changedWords } from './words.ts';

/** How a flow as it would be differs from the one that is published. */
export interface Comparison {
  /** What stands in the file above its steps: triggers, times, rules. */
  header: readonly FieldChange[];
  steps: readonly StepChange[];
  words: ReturnType<typeof changedWords>;
  /** Of the YAML, comments too. */
  lines: readonly (readonly Line[])[];
  /** One of the files has faults that hide its steps: its lines and words alone are compared. */
  unread: boolean;
}

export function comparisonOf(flow: string, { was, is }: Sides): Comparison {
  const [before, after] = [readOf(flow, was), readOf(flow, is)];
  const unread = before === undefined || after === undefined;
  return {
    header: unread ? [] : changedFields(before.header, after.header),
    steps: unread ? [] : changedSteps(before.steps, after.steps, { was: was?.structure, is: is?.structure }),
    words: changedWords(was?.words ?? {}, is?.words ?? {}),
    lines: changedLines(was?.source ?? '', is?.source ?? ''),
    unread,
  };
}

/** Nothing differs, not even a comment. */
export const isEmpty = ({ header, steps, words, lines }: Comparison): boolean =>
  [header, steps, words, lines].every(({ length }) => length === 0);

interface Read {
  header: Readonly<Record<string, unknown>>;
  steps: readonly OwnStep[];
}

const NOTHING: Read = { header: {}, steps: [] };

function readOf(flow: string, side: Side | undefined): Read | undefined {
  if (side === undefined) return NOTHING;
  const { flow: file } = readFlowFile(`${flow}.yaml`, side.source);
  if (file === undefined) return undefined;
  const header = Object.fromEntries(
    Object.entries(file.written).filter(([field]) => field !== 'steps' && field !== 'id'),
  );
  return { header, steps: ownSteps(file) };
}
