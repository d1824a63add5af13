// What packages and src/ load stays loaded between the files of a worker (docs/tests.md); FRESH_MODULES=1 loads it anew.
const kept = {
  testEnvironment: '<rootDir>/config/jest.kept-environment.cjs',
  runtime: '<rootDir>/config/jest.kept-runtime.cjs',
};
const fresh = { testEnvironment: 'node' };

export default {
  rootDir: '..',
  ...(process.env.FRESH_MODULES === '1' ? fresh : kept),
  testSequencer: '<rootDir>/config/jest.longest-first.cjs',
  globalSetup: '<rootDir>/config/jest.mongo-setup.mjs',
  globalTeardown: '<rootDir>/config/jest.mongo-teardown.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/src/**/*.test.tsx', '<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: { '^fast-check$': '<rootDir>/config/jest.fast-check.mjs' },
  // Far longer than any test needs: it ends what hangs, and must not end what a busy machine makes slow.
  testTimeout: 120_000,
  maxWorkers: 3,
  // Far more than the modules of src/ take: a worker that keeps too much begins anew between two files.
  workerIdleMemoryLimit: '1500MB',
};
