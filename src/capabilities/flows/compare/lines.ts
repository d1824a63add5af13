import { besides } from './sequence.ts';

/** A line of one file or of both, with its numbers there. */
export interface Line {
  kind: 'same' | 'gone' | 'new';
  was?: number;
  is?: number;
  text: string;
}

/** Lines around a change that show where in the file it is. */
const AROUND = 3;

/** The changed lines of a file, each group with those around it; empty where no line changed. */
export function changedLines(was: string, is: string): Line[][] {
  const lines = besides(numbered(was), numbered(is), ({ text }) => text).map((line): Line => {
    if (line.kind === 'same') return { kind: 'same', was: line.was.at, is: line.is.at, text: line.is.text };
    if (line.kind === 'gone') return { kind: 'gone', was: line.was.at, text: line.was.text };
    return { kind: 'new', is: line.is.at, text: line.is.text };
  });
  const near = new Set(
    lines.flatMap(({ kind }, at) =>
      kind === 'same' ? [] : Array.from({ length: 2 * AROUND + 1 }, (_, step) => at - AROUND + step),
    ),
  );
  return lines.reduce<Line[][]>((groups, line, at) => {
    if (!near.has(at)) return groups;
    if (near.has(at - 1)) groups.at(-1)?.push(line);
    if (!near.has(at - 1) || groups.length === 0) groups.push([line]);
    return groups;
  }, []);
}

const numbered = (source: string): { at: number; text: string }[] =>
  source
    .replace(/\r?\n$/u, '')
    .split(/\r?\n/u)
    .map((text, index) => ({ at: index + 1, text }))
    .filter(({ text }, _index, all) => all.length > 1 || text !== '');
