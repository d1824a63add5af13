import { endless } from './check/endless.ts';
import { loops } from './check/loops.ts';
import { type LabelLimit, LABEL_LIMITS, textsMissing } from './check/texts.ts';
import { prompted } from './check/prompted.ts';
import { taken } from './check/taken.ts';
import { surveyQuestions } from './check/survey-questions.ts';
import { subFlows } from './check/sub-flows.ts';
import { triggers } from './check/triggers.ts';
import { recordings } from './check/recordings.ts';
import { stopping } from './check/stopping.ts';
import { unreachable } from './check/unreachable.ts';
import { waiting } from './check/waiting.ts';
import type { Intent } from '../domain/language.ts';
import { type Finding, inReadingOrder } from './finding.ts';
import type { FlowSet } from './flow-set.ts';
import type { Texts } from './types.ts';

export interface CheckOptions {
  /** The longest label each channel shows whole. */
  labelLimits?: readonly LabelLimit[];
  /** How typed words are folded before they are compared with keywords; small letters only where none is given. */
  fold?: (word: string) => string;
  /** What a word means at every step, whatever the flows say; nothing where none is given. */
  meanings?: (word: string) => readonly Intent[];
}

/**
 * What can go wrong in flows that compile: texts that are missing or do not fit, steps nobody reaches or leaves,
 * loops without a wait, triggers two flows claim, no way to stop, flows the house begins that are not short. Linear in steps and texts.
 */
export function checkFlows(
  set: FlowSet,
  texts: Texts,
  {
    labelLimits = LABEL_LIMITS,
    fold = (word) => word.normalize('NFC').toLowerCase(),
    meanings = () => [],
  }: CheckOptions = {},
): Finding[] {
  const flows = [...set.flows.values()];
  const run = new Set(flows.flatMap(({ steps }) => steps.flatMap(({ node }) => node.runs?.flow ?? [])));
  return inReadingOrder([
    ...textsMissing(flows, texts, labelLimits, fold),
    ...flows.flatMap((flow) => recordings(flow, texts)),
    ...flows.flatMap(unreachable),
    ...flows.flatMap(endless),
    ...loops(flows),
    ...triggers(flows, { fold, meanings }),
    ...stopping(set),
    ...flows.flatMap((flow) => prompted(flow, run)),
    ...flows.flatMap(waiting),
    ...flows.flatMap(taken),
    ...subFlows(flows),
    ...flows.flatMap(surveyQuestions),
  ]);
}
