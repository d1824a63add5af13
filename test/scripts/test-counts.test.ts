import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';

interface Run {
  output: Record<string, number> | undefined;
  exitCode: number;
  chosen: boolean;
}

const file = path.resolve(import.meta.dirname, '../../scripts/test-counts.mjs');
const { countTests } = (await import(pathToFileURL(file).href)) as {
  countTests: (run: Run) => { passed: number; failed: number; reasons: string[] };
};

const slowScript = path.resolve(import.meta.dirname, '../../scripts/slow-files.mjs');
const { slowFiles } = (await import(pathToFileURL(slowScript).href)) as {
  slowFiles: (output: object, root: string) => Record<string, number>;
};

const output = (changed: Record<string, number> = {}) => ({
  ...{
    numPassedTests: 5,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  },
  ...changed,
});
const run = (changed: Partial<Run>): Run => ({ output: output(), exitCode: 0, chosen: false, ...changed });

it.each([
  ['a full success', run({}), 5, 0],
  ['a failed test', run({ output: output({ numFailedTests: 1 }), exitCode: 1 }), 5, 1],
  ['a file that does not load', run({ output: output({ numRuntimeErrorTestSuites: 2 }), exitCode: 1 }), 5, 2],
  ['skipped and put-off tests', run({ output: output({ numPendingTests: 1, numTodoTests: 1 }) }), 5, 2],
  ['tests left out by choice', run({ output: output({ numPendingTests: 9 }), chosen: true }), 5, 0],
  ['no test at all', run({ output: output({ numPassedTests: 0 }) }), 0, 1],
  ['jest ending badly without a failed test', run({ exitCode: 1 }), 5, 1],
  ['jest crashing before a result', run({ output: undefined, exitCode: 134 }), 0, 1],
])('counts %s', (_name, given, passed, failed) => {
  expect(countTests(given)).toMatchObject({ passed, failed });
});

it('keeps of a run which files took long, the slowest first', () => {
  const took = (name: string, seconds: number) => ({
    name: `/place/${name}`,
    startTime: 1000,
    endTime: 1000 + seconds * 1000,
  });
  const testResults = [
    took('src/quick.test.ts', 2),
    took('test/b.test.ts', 9.6),
    took('test/a.test.ts', 130),
  ];
  const kept = slowFiles({ testResults }, '/place');
  expect(Object.entries(kept)).toEqual([
    ['test/a.test.ts', 130],
    ['test/b.test.ts', 10],
  ]);
});
