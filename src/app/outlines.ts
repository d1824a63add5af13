import type { SurveyOutline } from '../capabilities/surveys/index.ts';
import type { FlowSet } from '../engine/flow-set.ts';

/** The surveys among the published flows, as their capability reads them. */
export function surveyOutlines(set: FlowSet): SurveyOutline[] {
  return [...set.flows.values()].flatMap((flow): SurveyOutline[] =>
    flow.survey === undefined
      ? []
      : [
          {
            id: flow.survey,
            flow: flow.id,
            questions: flow.questions.map((question) => ({
              key: question.step,
              type: question.type,
              choices: question.choices,
            })),
          },
        ],
  );
}
