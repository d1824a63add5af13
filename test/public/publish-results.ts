import type { Role } from '../../src/web/staff/index.ts';
import type { WholeHouse } from '../api/whole-house.ts';
import { buildAnswer } from '../surveys/survey-world.ts';

const PAGE = '/staff/surveys/sondage-paix/publish';

/** What people of a survey answered: by question, how many chose what. */
export type Answered = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Invented people answer the survey on peace; each has a number, from `first` on. */
export async function answerSurvey(house: WholeHouse, answered: Answered, first = 0): Promise<void> {
  const effect = house.running.house.capabilities
    .flatMap(({ effects }) => effects)
    .find(({ name }) => name === 'surveys.answer');
  const items = Object.entries(answered).flatMap(([question, values]) =>
    Object.entries(values)
      .flatMap(([value, n]) => Array.from({ length: n }, () => value))
      .map((value, at) =>
        buildAnswer({ person: `p${String(first + at)}`, question, value, day: '2026-11-20' }),
      ),
  );
  await effect?.apply(items);
}

export const publishPage = async (house: WholeHouse, role: Role = 'analyst'): Promise<string> =>
  (await house.ask(PAGE, { cookie: house.cookies[role] })).text();

/** Presses one of the page's buttons as somebody of this role; the form is what their page holds. */
export async function pressed(
  house: WholeHouse,
  act: 'propose' | 'publish' | 'reject' | 'withdraw',
  role: Role,
  form?: Record<string, string>,
): Promise<{ status: number; words: string }> {
  const page = await publishPage(house, role);
  const seen = new RegExp(`publish/${act}"[^>]*><input[^>]*value="([^"]*)"`, 'u').exec(page)?.[1];
  const body = new URLSearchParams(form ?? (seen === undefined ? {} : { seen }));
  const answer = await house.ask(`${PAGE}/${act}`, { method: 'POST', cookie: house.cookies[role], body });
  return { status: answer.status, words: await answer.text() };
}

/** Results that two people published, and their page. */
export async function publishResults(house: WholeHouse): Promise<void> {
  await answerSurvey(house, { priorite: { eau: 60, ecole: 33, securite: 21, travail: 6 } });
  for (const [act, role] of [
    ['propose', 'analyst'],
    ['publish', 'verifier'],
  ] as const) {
    const { status } = await pressed(house, act, role);
    if (status !== 303) throw new Error(`${act} as ${role}: ${String(status)}`);
  }
}
