import type { CompiledStep } from '../../../engine/flow-set.ts';
import { isSignpost } from '../../../engine/graph/flow-graph.ts';
import type { FlowRead } from '../reader.ts';
import type { ShownStep } from '../figures/shown.ts';
import type { Page } from './page.ts';

export interface StepRow extends ShownStep {
  step: CompiledStep;
}

/** The steps of the map with their figures, in the order of the file. */
export const stepRows = ({ flow, figures }: FlowRead): StepRow[] =>
  flow.steps.filter((step) => !isSignpost(step)).map((step) => ({ step, ...figures.step(step.key) }));

/** One column of the table of steps, on the page and in its file. */
export interface StepColumn {
  key: string;
  header: string;
  cell: (row: StepRow) => string;
}

export function stepColumns({ texts, figures }: Page): StepColumn[] {
  const count = (key: keyof ShownStep, header: string): StepColumn => ({
    key,
    header,
    cell: (row) => figures.count(row[key]),
  });
  /** Only a question is answered, asked again or given up. */
  const ofQuestions = (column: StepColumn): StepColumn => ({
    ...column,
    cell: (row) => (row.step.node.question === undefined ? texts.none : column.cell(row)),
  });
  return [
    count('in', texts.entered),
    ofQuestions(count('answered', texts.answered)),
    ofQuestions(count('retried', texts.retried)),
    ofQuestions(count('timedOut', texts.timedOut)),
    count('left', texts.left),
    count('waiting', texts.waiting),
    count('dropped', texts.dropped),
    { key: 'median', header: texts.median, cell: ({ median }) => figures.time(median) },
  ];
}
