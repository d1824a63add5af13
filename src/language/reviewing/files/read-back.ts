import type { Problem, ProblemCode } from '../problem.ts';
import type { Correction } from '../review-row.ts';

/** What a file holds: corrections, and what is wrong with its lines. One that cannot be read at all holds none. */
export interface ReadBack {
  corrections: Correction[];
  problems: Problem[];
}

/** A file that is refused as a whole. */
export const refusedFile = (code: ProblemCode, at: string, given?: string): ReadBack => ({
  corrections: [],
  problems: [{ code, at, id: '', ...(given !== undefined && { given }) }],
});
