import { Fault } from '../../domain/faults.ts';

/** A locale file that was read a moment ago is not as it was read. */
export const bug = (what: string): Fault =>
  new Fault('bug', 'locale_edit', `A locale file cannot be edited: ${what}.`);
