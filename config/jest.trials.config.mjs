import shared from './jest.config.mjs';

// A trial measures: nothing that ran before is in its memory.
const { runtime: _kept, ...base } = shared;

// Trials are long runs whose whole output is kept: one after the other, and none is cut short.
export default {
  ...base,
  testEnvironment: 'node',
  // Each run of a trial draws cases of its own.
  moduleNameMapper: {},
  testMatch: ['<rootDir>/test/trials/**/*.trial.ts'],
  testTimeout: 60 * 60_000,
  maxWorkers: 1,
  verbose: true,
  // A trial that failed half-way may leave a process or a browser behind: it ends all the same.
  forceExit: true,
};
