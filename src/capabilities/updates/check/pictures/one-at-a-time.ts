import { unavailable } from '../../../../domain/faults.ts';

/** A third of a second each: whoever comes after so many would have been answered too late. */
const LONGEST_LINE = 8;

/**
 * Runs one work after the other: a picture of 50 million points takes 200 MB while it is read, and the processor from every talk.
 * @returns `work` in its turn; it throws Fault `unavailable` where too many wait already
 */
export function oneAtATime<Given, Made>(
  work: (given: Given) => Promise<Made>,
): (given: Given) => Promise<Made> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (given) => {
    if (waiting > LONGEST_LINE) throw unavailable('busy', 'Too many pictures are looked at now.');
    waiting += 1;
    const made = last.then(() => work(given));
    // What fails is its asker's alone.
    last = made.catch(() => undefined);
    return made.finally(() => {
      waiting -= 1;
    });
  };
}
