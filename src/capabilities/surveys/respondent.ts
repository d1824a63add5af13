import type { Fingerprint } from '../../conversation/ports.ts';

/** 128 bits: no two of 10^9 answers meet by chance, and every index entry of a clustered collection carries its id. */
const ID_BYTES = 16;
/** Bytes of the same fingerprint that are never stored as an id; they hide the revision (see `order.ts`). */
const OFFSET_BYTES = 5;

/**
 * Who answered, under a key of this purpose and for this survey only: whoever holds the database without the keys can
 * neither join two surveys nor a survey with `people` or `conversations` (T6). The same for all channels of a person.
 */
export const respondentKey = (fingerprint: Fingerprint, person: string, survey: string): Buffer =>
  fingerprint('survey-respondent', person, survey).subarray(0, ID_BYTES);

/** Where one answer lives, so that a person has one a question; and the offset that hides its revision. */
export function answerKey(
  fingerprint: Fingerprint,
  respondent: Buffer,
  survey: string,
  question: string,
): { id: Buffer; offset: number } {
  const mac = fingerprint('survey-answer', respondent.toString('hex'), survey, question);
  return { id: mac.subarray(0, ID_BYTES), offset: mac.readUIntBE(ID_BYTES, OFFSET_BYTES) };
}
