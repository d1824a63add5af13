import { Fault } from '../domain/faults.ts';

/** 0 done, 1 refused with a reason, 2 wrong usage: the same for every command. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/**
 * One line for whoever typed the command: what is wrong and what to do. A bug keeps its stack, it is for us.
 * @returns the exit code to leave with.
 */
export function explain(error: unknown, write: (line: string) => void): number {
  if (error instanceof Fault) {
    write(`benkan: ${error.message.replaceAll(/\s*\n\s*/g, ' ')}`);
    return EXIT.refused;
  }
  write(
    `benkan: a fault of ours, please report it: ${error instanceof Error ? String(error.stack) : String(error)}`,
  );
  return EXIT.refused;
}
