export default {
  rootDir: '..',
  testEnvironment: 'node',
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
};
