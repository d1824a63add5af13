import type { AskType } from '../types.ts';
import type { Finding } from '../finding.ts';
import type { CompiledFlow } from '../flow-set.ts';
import { atStep } from './at-step.ts';

/**
 * A survey's answers are nobody's: it may not ask for what names who answered. A voice is kept apart from the answers
 * and for a month, and what it says is written down (S1). Whoever wants to be called back is asked
 * in a flow of its own, so that no table can ever hold both.
 */
export function surveyQuestions(flow: CompiledFlow): Finding[] {
  if (flow.survey === undefined) return [];
  return flow.steps.flatMap((step) => {
    const { question } = step.node;
    const message = question && NAMES_THE_PERSON[question.type];
    return message === undefined ? [] : atStep(flow, step, 'survey_names_person', message);
  });
}

const INSTEAD = 'its answers are nobody’s. Ask in a flow without "survey:", and go there with goto.';

const NAMES_THE_PERSON: Partial<Record<AskType, string>> = {
  phone: `A survey asks for no phone number: ${INSTEAD}`,
  photo: `A survey asks for no photo: ${INSTEAD}`,
  location: 'A survey asks for no exact place: its answers are nobody’s. Ask with "type: place".',
};
