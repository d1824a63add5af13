import type { AskType, TextKey } from '../../engine/types.ts';

/** Where a survey's name stands among the texts of its flow; no step says it. */
export const TITLE = 'titre';

/** One question of a survey, as its flow has it now. */
export interface QuestionOutline {
  /** Step key, the question's stable code. */
  key: string;
  type: AskType;
  /** Codes of a closed question, in the order of the flow; empty for the other types. */
  choices: readonly string[];
  /** No question, but what the flow made of answers: it has a code and no words. */
  computed?: true;
}

/** A survey as its flow has it now; read from the compiled flows, never stored. */
export interface SurveyOutline {
  id: string;
  /** The flow whose texts the questions are in. */
  flow: string;
  /** Its version. */
  hash?: string;
  /** Where its name for staff and for everybody stands; without one the id is shown. */
  title?: TextKey;
  questions: readonly QuestionOutline[];
}

/**
 * Codes that say a person answered without taking a position. They stay apart from each other and from "no answer"
 * (AAPOR Standard Definitions: don't know, refused and not asked are different outcomes).
 */
const WITHOUT_POSITION: ReadonlySet<string> = new Set([
  'ne_sait_pas',
  'nsp',
  'dont_know',
  'refus',
  'refused',
]);

export const isWithoutPosition = (code: string): boolean => WITHOUT_POSITION.has(code);
