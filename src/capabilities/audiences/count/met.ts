import { type Column, type Columns, FLAGS, LIST_GLUE } from './columns.ts';
import type { Scope } from '../ports.ts';

/** Groups and answers that exist, for who chooses among them. */
export interface Met {
  groups: string[];
  answers: string[];
}

/** What at least `smallest` people of the scope have: of a rarer one it would be told that somebody has it. */
export function metIn(columns: Columns, { regions }: Scope, smallest: number): Met {
  const { place, groups, answers } = columns.of;
  const isIn = place.codes.words.map(
    (word) => regions === undefined || regions.includes(word.split('/')[0] ?? ''),
  );
  const counted = (row: number): boolean =>
    columns.flags[row] !== FLAGS.erased && isIn[place.numbers[row] ?? 0] === true;
  return {
    groups: wordsOf(groups, columns.size, counted, smallest),
    answers: wordsOf(answers, columns.size, counted, smallest),
  };
}

function wordsOf(
  { codes, numbers }: Column,
  size: number,
  counted: (row: number) => boolean,
  smallest: number,
): string[] {
  const lists = new Uint32Array(codes.words.length);
  for (let row = 0; row < size; row += 1) {
    const code = numbers[row] ?? 0;
    if (counted(row)) lists[code] = (lists[code] ?? 0) + 1;
  }
  const people = new Map<string, number>();
  codes.words.forEach((list, code) => {
    for (const word of list.split(LIST_GLUE))
      if (word !== '') people.set(word, (people.get(word) ?? 0) + (lists[code] ?? 0));
  });
  return [...people].flatMap(([word, n]) => (n >= Math.max(1, smallest) ? [word] : [])).sort();
}
