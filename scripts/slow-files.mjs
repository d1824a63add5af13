import path from 'node:path';

/** Those that end later than the rest, if they begin late. */
const SLOW_S = 8;

/** Seconds of the test files that take long, the slowest first. @param output what jest writes with `--json` */
export function slowFiles(output, root) {
  const seconds = output.testResults.map(({ name, startTime, endTime }) => [
    path.relative(root, name).replaceAll(path.sep, '/'),
    Math.round((endTime - startTime) / 1000),
  ]);
  return Object.fromEntries(
    seconds.filter(([, spent]) => spent >= SLOW_S).sort(([, one], [, other]) => other - one),
  );
}
