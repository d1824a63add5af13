/** Stands in no nonce. */
const MARK = '+';

/**
 * The id of a run that moved to another version: buttons under what was asked before are not taken for answers to what
 * is asked from now on, even where the question and the choice have the same name.
 */
export function movedId(sid: string): string {
  const [run = '', moves = '0'] = sid.split(MARK);
  return `${run}${MARK}${Number(moves) + 1}`;
}

/** The run itself, whatever versions it moved through. */
export const runIdOf = (sid: string): string => {
  const end = sid.indexOf(MARK);
  return end < 0 ? sid : sid.slice(0, end);
};
