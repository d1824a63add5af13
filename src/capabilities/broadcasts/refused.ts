import { type Fault, refusal } from '../../domain/faults.ts';

/** What the desk refuses with; the pages have the words for each code. */
export const refused = (code: string): Fault => refusal(code, 'The broadcast cannot be moved on that way.');
