import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import type { PersonSealing } from '../../../store/person-sealer.ts';
import type { OutcomesStore } from './outcomes-store.ts';
import {
  openAnswer,
  openReach,
  openTrail,
  outcomeIds,
  sealAnswer,
  sealReach,
  sealTrail,
  whoOf,
  wordsPlace,
  type KeptQuestion,
} from './question.ts';
import type { QuestionsStore } from './questions-store.ts';
import type { SpokenAnswers } from './voice.ts';

/** What keeping somebody's questions takes. */
export interface Keeping {
  questions: QuestionsStore;
  outcomes: OutcomesStore;
  fingerprint: Fingerprint;
  sealer: Sealer;
  persons: PersonSealing;
  /** What offices say. */
  spoken: SpokenAnswers;
}

/** For erasure; how many questions went. Safe to repeat. */
export async function eraseQuestions(deps: Keeping, person: string): Promise<number> {
  const { questions, outcomes, fingerprint } = deps;
  const who = whoOf(fingerprint, person);
  const theirs = await questions.ofPerson(who);
  await outcomes.erase(theirs.flatMap((each) => outcomeIds(fingerprint, each)));
  return questions.erase(who);
}

/** Two people are one: the questions of both are the one's. Safe to repeat. */
export async function uniteQuestions(deps: Keeping, from: string, to: string): Promise<void> {
  for (const question of await deps.questions.ofPerson(whoOf(deps.fingerprint, from)))
    await hand(deps, question, from, to);
}

/** Somebody leaves with a talk: what was asked in it goes with them. Safe to repeat. */
export async function partQuestions(
  deps: Keeping,
  { from, to, conversation }: { from: string; to: string; conversation: string },
): Promise<void> {
  for (const question of await deps.questions.ofPerson(whoOf(deps.fingerprint, from)))
    if (openReach(deps.sealer, question).conversation === conversation) await hand(deps, question, from, to);
}

/** Once more where it was answered or passed on meanwhile. */
async function hand(deps: Keeping, question: KeptQuestion, from: string, to: string): Promise<void> {
  if (await handedAs(deps, question, from, to)) return;
  const now = await deps.questions.find(question.id);
  if (now?.who.equals(question.who) === true) await handedAs(deps, now, from, to);
}

/**
 * One that does not open any more is noise, and stays where its person's erasure finds it.
 * @returns `false`: it is not any more what was read
 */
async function handedAs(deps: Keeping, question: KeptQuestion, from: string, to: string): Promise<boolean> {
  const { persons, sealer, fingerprint, questions } = deps;
  const { id } = question;
  const plain = await persons.open(from, question.words, wordsPlace(id));
  const words = plain === null ? null : await persons.seal(to, plain, wordsPlace(id));
  if (words === null) return true;
  const said = await openAnswer(persons, question, from);
  if (said?.voice !== undefined) await deps.spoken.handSpoken(said.voice.id, to);
  const trail = await openTrail(persons, question, from);
  const { conversation } = openReach(sealer, question);
  return questions.hand(question, {
    ...{ who: whoOf(fingerprint, to), reach: sealReach(sealer, id, { person: to, conversation }), words },
    answer: said === null ? null : await sealAnswer(persons, id, to, said),
    trail: trail.length === 0 ? null : await sealTrail(persons, id, to, trail),
  });
}
