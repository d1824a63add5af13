import base from './jest.config.mjs';

// Trials are long runs whose whole output is kept: one after the other, and none is cut short.
export default {
  ...base,
  // Each run of a trial draws cases of its own.
  moduleNameMapper: {},
  testMatch: ['<rootDir>/test/trials/**/*.trial.ts'],
  testTimeout: 60 * 60_000,
  maxWorkers: 1,
  verbose: true,
  // A trial that failed half-way may leave a process or a browser behind: it ends all the same.
  forceExit: true,
};
