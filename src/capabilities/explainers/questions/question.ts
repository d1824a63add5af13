import { z } from 'zod';
import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import type { PersonSealing } from '../../../store/person-sealer.ts';
import { QUESTIONS } from '../collections.ts';
import type { QuestionTheme } from '../offices/office.ts';

const ID_BYTES = 16;
/** One SMS: as short as a question can be that an office can answer. */
export const MAX_QUESTION = 160;
/** Of one person that wait at the same time: an office answers people, not a flood. */
export const MOST_WAITING = 3;
export const MAX_ANSWER = 500;
/** Why it was passed on, in a sentence. */
export const MAX_WHY = 200;
/** Whoever is sent from office to office is answered by nobody. */
export const MOST_PASSES = 3;

/** A question as it is stored; days and no finer times (T6). */
export interface KeptQuestion {
  /** 32 hexadecimal digits. */
  id: string;
  /** Whose it is, for erasure: a fingerprint of this purpose. */
  who: Buffer;
  /** Whose talk the answer goes to, sealed. */
  reach: Buffer;
  /** Its words, under the person's own key. */
  words: Buffer;
  /** The answer, under the same key; `null` while it waits. */
  answer: Buffer | null;
  /** Who passed it from which office to which, and why, under the same key; `null` where nobody has. */
  trail: Buffer | null;
  /** How often it was passed on. */
  passes: number;
  org: string;
  office: string;
  theme: QuestionTheme;
  lang: string;
  ticket: string;
  state: 'waiting' | 'answered';
  /** What became of telling it; `null` until then. */
  told: 'told' | 'gone' | null;
  /** Day it was asked. */
  day: string;
  /** Day it came to the office that has it: what that office promises counts from there. */
  since: string;
  answeredDay: string | null;
}

const reach = z.strictObject({ person: z.string(), conversation: z.string() });
export type Whose = z.infer<typeof reach>;

/** What an office said besides, and what it weighs. */
const answerVoice = z.strictObject({ id: z.string(), bytes: z.number() });
export type AnswerVoice = z.infer<typeof answerVoice>;

/** What an office wrote. */
const answerWords = z.strictObject({ text: z.string(), by: z.string(), voice: answerVoice.optional() });
export type Answer = z.infer<typeof answerWords>;

/** One passing on. */
const passing = z.strictObject({
  from: z.string(),
  to: z.string(),
  day: z.string(),
  by: z.string(),
  why: z.string(),
});
export type Passing = z.infer<typeof passing>;

/** A number that can be read out: eight digits. Two people may have the same one, which harms nobody. */
export const ticketOf = (
  fingerprint: Fingerprint,
  conversation: string,
  inbound: string,
  call: number,
): string => {
  const number =
    fingerprint('question-ticket', conversation, inbound, String(call)).readUInt32BE(0) % 100_000_000;
  const digits = String(number).padStart(8, '0');
  return `Q-${digits.slice(0, 4)}-${digits.slice(4)}`;
};

/** The same talk and ticket are one question, however often it is passed on. */
export const questionId = (fingerprint: Fingerprint, conversation: string, ticket: string): string =>
  fingerprint('question', conversation, ticket).subarray(0, ID_BYTES).toString('hex');

/** What became of it stands apart, under a name of its own at each office that has had it. */
export const outcomeId = (fingerprint: Fingerprint, question: string, passes: number): Buffer =>
  fingerprint('question-outcome', question, ...(passes === 0 ? [] : [String(passes)])).subarray(0, ID_BYTES);

/** At all of them. */
export const outcomeIds = (
  fingerprint: Fingerprint,
  { id, passes }: Pick<KeptQuestion, 'id' | 'passes'>,
): Buffer[] => Array.from({ length: passes + 1 }, (_none, at) => outcomeId(fingerprint, id, at));

export const whoOf = (fingerprint: Fingerprint, person: string): Buffer =>
  fingerprint('question-person', person).subarray(0, ID_BYTES);

export const sealReach = (sealer: Sealer, id: string, whose: Whose): Buffer =>
  sealer.seal(JSON.stringify(whose), `${QUESTIONS}/reach/${id}`);

/** @throws Fault when the bytes were changed or belong to another question */
export const openReach = (sealer: Sealer, { id, reach: sealed }: Pick<KeptQuestion, 'id' | 'reach'>): Whose =>
  reach.parse(JSON.parse(sealer.open(sealed, `${QUESTIONS}/reach/${id}`)));

export const wordsPlace = (id: string): string => `${QUESTIONS}/words/${id}`;
const trailPlace = (id: string): string => `${QUESTIONS}/trail/${id}`;
const answerPlace = (id: string): string => `${QUESTIONS}/answer/${id}`;

/** `null`: the person was erased. */
export const sealAnswer = (
  persons: PersonSealing,
  id: string,
  person: string,
  answer: Answer,
): Promise<Buffer | null> => persons.seal(person, JSON.stringify(answer), answerPlace(id));

/** `null`: none is there, or the person was erased. */
export async function openAnswer(
  persons: PersonSealing,
  { id, answer }: Pick<KeptQuestion, 'id' | 'answer'>,
  person: string,
): Promise<Answer | null> {
  if (answer === null) return null;
  const plain = await persons.open(person, answer, answerPlace(id));
  return plain === null ? null : answerWords.parse(JSON.parse(plain));
}

/** `null`: the person was erased. What staff write of a question may speak of whoever asked it. */
export const sealTrail = (
  persons: PersonSealing,
  id: string,
  person: string,
  trail: readonly Passing[],
): Promise<Buffer | null> => persons.seal(person, JSON.stringify(trail), trailPlace(id));

/** From office to office, the first passing first; none where its person was erased. */
export async function openTrail(
  persons: PersonSealing,
  { id, trail }: Pick<KeptQuestion, 'id' | 'trail'>,
  person: string,
): Promise<Passing[]> {
  const plain = trail === null ? null : await persons.open(person, trail, trailPlace(id));
  return plain === null ? [] : z.array(passing).parse(JSON.parse(plain));
}
