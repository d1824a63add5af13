import { readdirSync, readFileSync } from 'node:fs';

/** Ids of processes whose command line holds all of these words: a test ends what it started, and nothing else. */
export function pidsOf(words: readonly string[]): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return words.every((word) => line.includes(word));
      } catch {
        return false;
      }
    })
    .map(Number);
}
