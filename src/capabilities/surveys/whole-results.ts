import type { SurveyOutline } from './outline.ts';
import type { PastQuestions } from './results/meanings.ts';
import { surveyResults, type SurveyResults } from './results/results.ts';
import type { Tally } from './results-store.ts';
import type { SurveyStore } from './survey-store.ts';

/** The questions of older versions of a flow. */
export type AskedBefore = (flow: string, hashes: readonly string[]) => Promise<PastQuestions>;

interface WholeDeps {
  store: Pick<SurveyStore, 'tallies' | 'participation' | 'onSharedPhones'>;
  asked: AskedBefore;
}

/** Results before suppression, for the server only: what staff and everybody see is made of them. */
export async function wholeResults(
  { store, asked }: WholeDeps,
  outline: SurveyOutline,
): Promise<SurveyResults> {
  const [tallies, participation, shared] = await Promise.all([
    store.tallies(outline.id),
    store.participation(outline.id),
    store.onSharedPhones(outline.id),
  ]);
  return surveyResults(outline, tallies, participation, await askedIn(asked, outline, tallies), shared);
}

/** What older versions asked, as far as somebody answered them. */
export async function askedIn(
  asked: AskedBefore,
  { flow, hash: now }: SurveyOutline,
  tallies: readonly Tally[],
): Promise<PastQuestions> {
  const others = new Set(tallies.flatMap(({ hash }) => (hash === undefined || hash === now ? [] : hash)));
  return others.size === 0 ? new Map<string, never>() : asked(flow, [...others]);
}
