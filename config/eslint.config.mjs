import tseslint from 'typescript-eslint';

// Typed rules only: the formatter and the compiler hold the rest.
export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'bench/**'] },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'test/**/*.ts', 'test/**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // An interface may promise what an implementation has at once.
      '@typescript-eslint/require-await': 'off',
      // The clock, chance and the environment are handed in by src/app, so that a test owns its universe.
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take the clock from the caller.' },
        { object: 'Math', property: 'random', message: 'Take chance from the caller.' },
        { object: 'process', property: 'env', message: 'Read settings in src/app only.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take the clock from the caller.' },
      ],
    },
  },
  {
    // Scripts of pages: they see the DOM, and chat.ts composes what src/app composes on the server.
    files: ['src/web/browser/**/*.ts'],
    languageOptions: {
      parserOptions: { project: './config/tsconfig.browser.json', tsconfigRootDir: `${import.meta.dirname}/..` },
    },
  },
  {
    files: ['src/web/browser/chat.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['src/app/**', 'src/cli/**', 'test/**', '**/*.test.ts', '**/*.test.tsx'],
    rules: {
      'no-restricted-properties': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
