import { SURVEY_TITLE, type SurveyOutline } from '../capabilities/surveys/index.ts';
import type { CompiledFlow, CompiledStep, FlowSet } from '../engine/flow-set.ts';
import type { SpeakingTexts } from '../language/index.ts';
import type { LoadedFlows } from './load-flows.ts';

/**
 * The surveys among the published flows, as their capability reads them.
 * One is named by the text `titre` of its flow; a language that lacks it says the French one.
 */
export function surveyOutlines(
  set: FlowSet,
  { text, fallback }: Pick<SpeakingTexts, 'text' | 'fallback'>,
): SurveyOutline[] {
  return [...set.flows.values()].flatMap((flow): SurveyOutline[] => {
    const { id, survey, hash } = flow;
    const title = { flow: id, key: SURVEY_TITLE };
    if (survey === undefined) return [];
    const isNamed = text(fallback, title) !== undefined;
    return [{ id: survey, flow: id, hash, ...(isNamed && { title }), questions: questionsOf(flow) }];
  });
}

/** What older versions of a flow asked, by their hash; those nobody has any more are left out. */
export async function askedBefore(
  { versionOf }: Pick<LoadedFlows, 'versionOf'>,
  flow: string,
  hashes: readonly string[],
): Promise<Map<string, SurveyOutline['questions']>> {
  const asked = new Map<string, SurveyOutline['questions']>();
  for (const hash of hashes) {
    const version = await versionOf?.(flow, hash);
    if (version !== undefined) asked.set(hash, questionsOf(version));
  }
  return asked;
}

const questionsOf = ({ steps }: CompiledFlow): SurveyOutline['questions'] => steps.flatMap(outlineOf);

/** A question, or a result the flow makes of answers. */
function outlineOf({ node: { question, result } }: CompiledStep): SurveyOutline['questions'] {
  if (question !== undefined) return [{ key: question.step, type: question.type, choices: question.choices }];
  return result === undefined ? [] : [{ key: result, type: 'choice', choices: [], computed: true }];
}
