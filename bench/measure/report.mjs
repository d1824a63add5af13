import { median, round, spread } from './statistics.mjs';

/**
 * One row of the bench, as CONTRACT.md has it. A ratio is taken run by run and then its median, because the load of the
 * machine changes from minute to minute but hardly between neighbours.
 * @param runs one object a run: contestant → figure; `ours` is one of them
 * @param better whether `higher` or `lower` figures are better; a ratio above 1 is in our favour either way
 */
export function rowOf({ row, unit, runs, better = 'higher', more = {} }) {
  const names = Object.keys(runs[0]).filter((name) => name !== 'ours');
  const ratios = (name) =>
    runs.map((run) => (better === 'higher' ? run.ours / run[name] : run[name] / run.ours));
  const of = (make) => Object.fromEntries(names.map((name) => [name, make(name)]));
  return {
    row,
    unit,
    ours: round(median(runs.map((run) => run.ours))),
    peers: of((name) => round(median(runs.map((run) => run[name])))),
    ratio: of((name) => round(median(ratios(name)))),
    spread: of((name) => spread(ratios(name))),
    runs: runs.map((run) =>
      Object.fromEntries(Object.entries(run).map(([name, figure]) => [name, round(figure)])),
    ),
    ...more,
  };
}

/** The row for a person. */
export function tableOf(report) {
  const { row, unit, ours, peers, ratio, spread: ranges, runs, ...more } = report;
  const lines = [
    [`${row}  (${unit}, median of ${runs.length})`, '', 'ratio', 'lowest–highest'],
    ['  Benkan', String(ours), '', ''],
    ...Object.keys(peers).map((name) => [
      `  ${name}`,
      String(peers[name]),
      `${ratio[name]}×`,
      ranges[name].join('–'),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column].length)));
  const table = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return [...table, ...Object.entries(more).map(([name, value]) => `  ${name}: ${plain(value)}`), ''].join(
    '\n',
  );
}

const plain = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
        .map(([name, each]) => `${name} ${plain(each)}`)
        .join(', ')
    : Array.isArray(value)
      ? value.join('–')
      : String(value);
