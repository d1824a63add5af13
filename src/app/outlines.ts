import type { SurveyOutline } from '../capabilities/surveys/index.ts';
import type { CompiledStep, FlowSet } from '../engine/flow-set.ts';

/** The surveys among the published flows, as their capability reads them. */
export function surveyOutlines(set: FlowSet): SurveyOutline[] {
  return [...set.flows.values()].flatMap((flow): SurveyOutline[] =>
    flow.survey === undefined
      ? []
      : [{ id: flow.survey, flow: flow.id, questions: flow.steps.flatMap(outlineOf) }],
  );
}

/** A question, or a result the flow makes of answers. */
function outlineOf({ node: { question, result } }: CompiledStep): SurveyOutline['questions'] {
  if (question !== undefined) return [{ key: question.step, type: question.type, choices: question.choices }];
  return result === undefined ? [] : [{ key: result, type: 'choice', choices: [], computed: true }];
}
