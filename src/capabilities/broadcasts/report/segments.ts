import type { Tally } from './tally.ts';

/** One line of a table by group; `undefined`: too few to be shown. */
export interface GroupLine {
  value: string;
  people: number | undefined;
  reached: number | undefined;
  notReached: number | undefined;
  skipped: number | undefined;
  pending: number | undefined;
}

const COLUMNS = ['people', 'reached', 'notReached', 'skipped', 'pending'] as const;

/**
 * What became of each group, without counts of a few people. Where one alone is hidden in a column, the next smallest is
 * hidden too: the whole is known, and would give it away by subtraction.
 */
export function groupLines(by: ReadonlyMap<string, Tally>, smallest: number): GroupLine[] {
  const lines = [...by].map(([value, tally]) => exactly(value, tally));
  for (const column of COLUMNS) {
    const few = lines.filter((line) => isFew(line[column], smallest));
    const others = lines.filter((line) => (line[column] ?? 0) > 0 && !few.includes(line));
    others.sort((a, b) => (a[column] ?? 0) - (b[column] ?? 0));
    if (few.length === 1) few.push(...others.slice(0, 1));
    for (const line of few) line[column] = undefined;
  }
  // The parts of a group that is hidden would add up to it; a part that is hidden alone is what the others lack.
  for (const line of lines) {
    const hidden = COLUMNS.filter((column) => line[column] === undefined);
    if (hidden.length === 1 && hidden[0] !== 'people') line.people = undefined;
    if (line.people === undefined && hidden.length < 2) hideSmallestPart(line);
  }
  return lines;
}

const isFew = (people: number | undefined, smallest: number): boolean =>
  people !== undefined && people > 0 && people < smallest;

function hideSmallestPart(line: GroupLine): void {
  const parts = COLUMNS.filter((column) => column !== 'people' && (line[column] ?? 0) > 0);
  const [least] = parts.sort((a, b) => (line[a] ?? 0) - (line[b] ?? 0));
  if (least !== undefined) line[least] = undefined;
}

const exactly = (value: string, tally: Tally): GroupLine => ({
  value,
  people: Object.values(tally).reduce((sum, n) => sum + n, 0),
  reached: tally.sent + tally.delivered + tally.read,
  notReached: tally.failed + tally.blocked + tally.unknown,
  skipped: tally.skipped,
  pending: tally.queued + tally.going + tally.leaving + tally.waiting,
});
