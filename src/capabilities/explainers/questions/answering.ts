import type { Prompt } from '../../../conversation/ports.ts';
import { type Clock, dayOf, daysAfter } from '../../../domain/clock.ts';
import { Fault, refusal } from '../../../domain/faults.ts';
import type { DueDates, DueKind } from '../../../schedule/due-dates.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { Keeping } from './keeping.ts';
import {
  type Answer,
  type KeptQuestion,
  MAX_ANSWER,
  openAnswer,
  openTrail,
  openReach,
  outcomeId,
  type Passing,
  sealAnswer,
  wordsPlace,
} from './question.ts';
import { keepVoice } from './voice.ts';

export const ANSWER_DUE = 'explainers.answer';
/** Brings an answer to whoever asked. */
const ANSWER_FLOW = 'reponse';
/** An answer that was not written by then never was: its writer was refused, or the process died and the page said so. */
export const WRITING_MS = 60_000;
export const LOOK_AGAIN_MS = 10_000;

export interface AnsweringDeps extends Keeping {
  clock: Clock;
  dues: DueDates;
}

/** A question as its office reads it; `words` is `null` once its person was erased. */
export interface OpenQuestion {
  question: KeptQuestion;
  words: string | null;
  answer: Answer | null;
  /** From office to office. */
  trail: readonly Passing[];
}

/** Opens one for the staff of its organisation; class A. */
export async function openQuestion(deps: Keeping, question: KeptQuestion): Promise<OpenQuestion> {
  try {
    const { person } = openReach(deps.sealer, question);
    return {
      question,
      words: await deps.persons.open(person, question.words, wordsPlace(question.id)),
      answer: await openAnswer(deps.persons, question, person),
      trail: await openTrail(deps.persons, question, person),
    };
  } catch (cause) {
    if (cause instanceof Fault && cause.code === 'key_gone')
      return { question, words: null, answer: null, trail: [] };
    throw cause;
  }
}

/**
 * Answers a question of the member's own organisation; the answer then comes in the talk by itself.
 * @param voice a recording of the answer as it came; what is no voice is refused as `media_…` or `voice_…`
 * @throws Fault `empty`, `too_long`, `not_found`, `gone` (nobody is there any more) or `answered` (somebody was faster)
 */
export async function answerQuestion(
  deps: AnsweringDeps,
  { person: staff, audit }: Pick<StaffContext, 'person' | 'audit'>,
  id: string,
  { text, voice }: { text: string; voice?: Buffer | undefined },
): Promise<void> {
  if (text === '') throw refused('empty');
  if (text.length > MAX_ANSWER) throw refused('too_long');
  const now = deps.clock.now();
  const answer: Answering = { text, by: staff.id, sound: voice, day: dayOf(now) };
  const read = await sealedFor(deps, staff.org, id, answer);
  await audit('questions.answered', `question/${id}`, { characters: text.length, voice: voice?.length ?? 0 });
  // Promised before it is written: were it the other way round, a crash in between would leave an answer nobody hears.
  await deps.dues.set({ kind: ANSWER_DUE, id, at: now, params: { question: id } });
  let { question } = read;
  if (!(await deps.questions.answer(question, read.sealed, answer.day)))
    question = await answeredAnew(deps, staff.org, answer, read);
  await deps.outcomes.answered(outcomeId(deps.fingerprint, id, question.passes), dayOf(now));
}

type Sealed = Awaited<ReturnType<typeof sealedFor>>;

/**
 * Two people became one meanwhile, and it is sealed once more, for who asks now; or somebody was faster, and what was said
 * to go with it goes.
 */
async function answeredAnew(
  deps: AnsweringDeps,
  org: string,
  answer: Answering,
  before: Sealed,
): Promise<KeptQuestion> {
  const again = await sealedFor(deps, org, before.question.id, answer).catch(async (cause: unknown) => {
    await unsaid(deps, [before]);
    throw cause;
  });
  if (await deps.questions.answer(again.question, again.sealed, answer.day)) return again.question;
  await unsaid(deps, [before, again]);
  throw refused('answered');
}

async function unsaid({ spoken }: Keeping, answers: readonly Sealed[]): Promise<void> {
  for (const { voice } of answers) if (voice !== undefined) await spoken.dropSpoken(voice);
}

interface Answering extends Pick<Answer, 'text' | 'by'> {
  sound: Buffer | undefined;
  day: string;
}

/** The question as it is now, and the answer under the key of its person. */
async function sealedFor(
  deps: Keeping,
  org: string,
  id: string,
  { text, by, sound, day }: Answering,
): Promise<{ question: KeptQuestion; sealed: Buffer; voice?: string }> {
  const question = await deps.questions.find(id, org);
  if (question === undefined) throw refused('not_found');
  if (question.state === 'answered') throw refused('answered');
  const { person } = openReach(deps.sealer, question);
  const voice = sound && (await keepVoice(deps, question, person, { bytes: sound, day }));
  const sealed =
    voice === null ? null : await sealAnswer(deps.persons, id, person, { text, by, ...(voice && { voice }) });
  if (sealed === null) throw refused('gone');
  return { question, sealed, ...(voice && { voice: voice.id }) };
}

/** Begins the flow that says the answer. */
export const answerDue = (deps: Keeping & { prompt: Prompt }): DueKind => ({
  kind: ANSWER_DUE,
  async run({ id, at }, now) {
    const question = await deps.questions.find(id);
    if (question === undefined || question.told !== null) return;
    if (question.state === 'waiting')
      return now - at < WRITING_MS ? { again: now + LOOK_AGAIN_MS } : undefined;
    const { conversation } = openReach(deps.sealer, question);
    const told = await deps.prompt({
      ...{ conversation, id: `${ANSWER_DUE}/${id}`, flow: ANSWER_FLOW },
      ...{ params: { question: id }, lane: 'alert' },
    });
    await deps.questions.told(id, told === 'gone' ? 'gone' : 'told');
    return;
  },
});

/** Whether an office that promises so many days is late with a question of that day. */
export const isLate = (day: string, days: number, today: string): boolean => daysAfter(day, days) < today;

const refused = (code: string): Fault => refusal(code, 'The question cannot be answered like that.');
