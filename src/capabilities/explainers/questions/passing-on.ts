import type { Prompt } from '../../../conversation/ports.ts';
import { type Clock, dayOf } from '../../../domain/clock.ts';
import { refusal } from '../../../domain/faults.ts';
import type { DueDates, DueKind } from '../../../schedule/due-dates.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { Office } from '../offices/office.ts';
import type { OfficesStore } from '../offices/offices-store.ts';
import { LOOK_AGAIN_MS, WRITING_MS } from './answering.ts';
import type { Keeping } from './keeping.ts';
import {
  type KeptQuestion,
  MAX_WHY,
  MOST_PASSES,
  openReach,
  openTrail,
  outcomeId,
  outcomeIds,
  sealTrail,
} from './question.ts';

export const PASSED_DUE = 'explainers.passed';
/** Tells whoever asked which office has their question now. */
const PASSED_FLOW = 'question-passee';

export interface PassingDeps extends Keeping {
  offices: Pick<OfficesStore, 'of'>;
  clock: Clock;
  dues: Pick<DueDates, 'set'>;
}

/**
 * Gives a question to another office of the same organisation, which whoever asked is then told in their talk. Another
 * organisation would read words that were given to this one.
 * @throws Fault `no_reason`, `too_long`, `no_office`, `same_office`, `too_often`, `not_found`, `gone` or `moved` (somebody
 * answered it or passed it on meanwhile)
 */
export async function passOn(
  deps: PassingDeps,
  { person: staff, audit }: Pick<StaffContext, 'person' | 'audit'>,
  id: string,
  { office, why }: { office: string; why: string },
): Promise<void> {
  if (why === '') throw refused('no_reason');
  if (why.length > MAX_WHY) throw refused('too_long');
  const question = await deps.questions.find(id, staff.org);
  if (question === undefined) throw refused('not_found');
  const to = (await deps.offices.of(staff.org)).find((each) => each.id === office);
  if (to === undefined) throw refused('no_office');
  if (to.id === question.office) throw refused('same_office');
  if (question.passes >= MOST_PASSES) throw refused('too_often');
  if (question.state === 'answered') throw refused('moved');
  const now = deps.clock.now();
  const trail = await longer(deps, question, { to, why, by: staff.id, day: dayOf(now) });
  const passes = question.passes + 1;
  await audit('questions.passed_on', `question/${id}`, { from: question.office, to: to.id });
  // Promised before it is written, as an answer is.
  const params = { question: id, rang: passes };
  await deps.dues.set({ kind: PASSED_DUE, id: `${id}/${String(passes)}`, at: now, params });
  const since = dayOf(now);
  if (!(await deps.questions.pass(question, { office: to.id, since }, trail))) throw refused('moved');
  await counted(deps, { ...question, office: to.id, since, passes });
}

/** What was noted of it so far, and this, under the key of its person. */
async function longer(
  deps: Keeping,
  question: KeptQuestion,
  { to, ...of }: { to: Office; why: string; by: string; day: string },
): Promise<Buffer> {
  const { person } = openReach(deps.sealer, question);
  const trail = await openTrail(deps.persons, question, person);
  const sealed = await sealTrail(deps.persons, question.id, person, [
    ...trail,
    { ...of, from: question.office, to: to.id },
  ]);
  if (sealed === null) throw refused('gone');
  return sealed;
}

/** Begins the flow that says so; one that was passed on again, or answered meanwhile, is told of that alone. */
export const passedDue = (deps: Keeping & { prompt: Prompt }): DueKind => ({
  kind: PASSED_DUE,
  async run({ params, at }, now) {
    const [id, rang] = [String(params['question']), Number(params['rang'])];
    const question = await deps.questions.find(id);
    if (question === undefined || question.passes > rang) return;
    if (question.passes < rang) return now - at < WRITING_MS ? { again: now + LOOK_AGAIN_MS } : undefined;
    await counted(deps, question);
    if (question.state === 'answered') return;
    const { conversation } = openReach(deps.sealer, question);
    await deps.prompt({
      ...{ conversation, id: `${PASSED_DUE}/${id}/${String(rang)}`, flow: PASSED_FLOW },
      ...{ params: { question: id, rang }, lane: 'alert' },
    });
    return;
  },
});

/** For the public figures: it is the new office's from this day on. Safe to repeat. */
async function counted(deps: Keeping, question: KeptQuestion): Promise<void> {
  const { outcomes, fingerprint } = deps;
  const { id, org, office, theme, since, passes } = question;
  await outcomes.passed(outcomeId(fingerprint, id, passes - 1), since);
  await outcomes.asked(outcomeId(fingerprint, id, passes), { org, office, theme, day: since });
  // Erased in between: what was just written must not outlive them.
  if ((await deps.questions.find(id)) === undefined) await outcomes.erase(outcomeIds(fingerprint, question));
}

const refused = (code: string) => refusal(code, 'The question cannot be passed on like that.');
