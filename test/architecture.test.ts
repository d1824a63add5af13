import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTRACT_SETTINGS } from './contract-settings.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const RULES = path.join(ROOT, 'config', 'dependency-cruiser.cjs');
/** Cruising the whole tree on a busy machine with two cores. */
const CRUISE_MS = 120_000;

/** One forbidden import a rule: who imports what. */
const VIOLATIONS: Record<string, [from: string, to: string]> = {
  'no-cycles': ['src/app/circle-a.ts', 'src/app/circle-b.ts'],
  'domain-imports': ['src/domain/a.ts', 'src/engine/target.ts'],
  'engine-imports': ['src/engine/a.ts', 'src/language/target.ts'],
  'language-imports': ['src/language/a.ts', 'src/conversation/target.ts'],
  'conversation-imports': ['src/conversation/a.ts', 'src/store/target.ts'],
  'channels-imports': ['src/channels/telegram/a.ts', 'src/outbox/target.ts'],
  'store-imports': ['src/store/a.ts', 'src/web/target.ts'],
  'outbox-imports': ['src/outbox/a.ts', 'src/store/target.ts'],
  'schedule-imports': ['src/schedule/a.ts', 'src/outbox/target.ts'],
  'queue-imports': ['src/queue/a.ts', 'src/store/target.ts'],
  'web-imports': ['src/web/a.ts', 'src/capabilities/target.ts'],
  'capabilities-imports': ['src/capabilities/surveys/a.ts', 'src/channels/target.ts'],
  'domain-imports-zod-and-nothing-else': ['src/domain/b.ts', 'node_modules/yaml/index.js'],
  'engine-is-pure': ['src/engine/b.ts', 'fs'],
  'channels-never-meet': ['src/channels/telegram/b.ts', 'src/channels/web/target.ts'],
  'a-capability-through-its-index': ['src/capabilities/surveys/b.ts', 'src/capabilities/people/target.ts'],
  'mongoose-stays-in-the-store': ['src/capabilities/surveys/c.ts', 'node_modules/mongoose/index.js'],
  'redis-stays-in-the-queue': ['src/outbox/b.ts', 'node_modules/ioredis/index.js'],
  'no-tests-in-the-product': ['src/app/a.ts', 'test/target.ts'],
};

/** Imports that look much the same and are right. */
const ALLOWED: [from: string, to: string][] = [
  ['src/domain/right.ts', 'node_modules/zod/index.js'],
  ['src/engine/right.ts', 'src/domain/target.ts'],
  ['src/store/right.ts', 'node_modules/mongoose/index.js'],
  ['src/capabilities/surveys/right-store.ts', 'node_modules/mongoose/index.js'],
  ['src/capabilities/surveys/right.ts', 'src/capabilities/people/index.ts'],
  ['src/app/right.ts', 'src/capabilities/surveys/right.ts'],
  ['src/engine/right.test.ts', 'src/language/target.ts'],
];

interface Found {
  rule: { name: string };
  from: string;
  to: string;
}

describe('import directions', () => {
  let tree: string;
  beforeAll(async () => {
    tree = await mkdtemp(path.join(tmpdir(), 'benkan-architecture-'));
    await writeTree(tree, [...Object.values(VIOLATIONS), ...ALLOWED]);
  });
  afterAll(() => rm(tree, { recursive: true, force: true }));

  it(
    'hold in the whole product',
    async () => {
      expect(await violationsIn(ROOT)).toEqual([]);
    },
    CRUISE_MS,
  );

  it(
    'are each broken by an import that breaks them, and by nothing that is right',
    async () => {
      const found = (await violationsIn(tree)).filter(
        ({ rule, from }) => !(rule === 'no-cycles' && from !== CIRCLE),
      );
      const expected = Object.entries(VIOLATIONS).map(([rule, [from, to]]) => ({ rule, from, to }));
      expect(sorted(found)).toEqual(sorted(expected));
    },
    CRUISE_MS,
  );

  it('have a breaking import here for every rule there is', () => {
    const config = createRequire(import.meta.url)(RULES) as { forbidden: { name: string }[] };
    expect(Object.keys(VIOLATIONS).sort()).toEqual(config.forbidden.map((rule) => rule.name).sort());
  });
});

describe('habits', () => {
  it('no test is skipped, put off, or run alone', async () => {
    const left =
      /\b(?:describe|it|test)(?:\.\w+)*\.(?:only|skip|todo|failing)\b|\b(?:xit|fit|xtest|xdescribe|fdescribe)\(/;
    const tests = [...(await sources('src')), ...(await sources('test'))].filter(isTest);
    const found = await filter(tests, async (file) => left.test(await read(file)));
    expect(found).toEqual([]);
    expect(tests.length).toBeGreaterThan(10);
  });

  it('files are small: the median at most 80 lines, 95 of 100 at most 300', async () => {
    const files = (await sources('src')).filter((file) => !isTest(file));
    const lines = await Promise.all(files.map(async (file) => (await read(file)).split('\n').length - 1));
    const ascending = lines.toSorted((a, b) => a - b);
    expect(ascending[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(80);
    expect(ascending[Math.floor(lines.length * 0.95)]).toBeLessThanOrEqual(300);
  });

  it('every dependency has a line that says what for', async () => {
    const { dependencies, devDependencies } = JSON.parse(await read('package.json')) as Record<
      string,
      object
    >;
    const rows = (await read('docs/dependencies.md')).split('\n').map((line) => line.split('|')[1] ?? '');
    const named = new Set(rows.flatMap((row) => row.match(/@?[\w.-]+(?:\/[\w.-]+)?/g) ?? []));
    const missing = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !named.has(name));
    expect(missing).toEqual([]);
  });

  it('.env.example names every setting', async () => {
    const example = await read('.env.example');
    const missing = CONTRACT_SETTINGS.filter((name) => !new RegExp(`^#?\\s*${name}=`, 'm').test(example));
    expect(missing).toEqual([]);
  });
});

const CIRCLE = VIOLATIONS['no-cycles']?.[0];

/** Every file imports its one target; the packages are empty ones of the same names. */
async function writeTree(tree: string, imports: [from: string, to: string][]): Promise<void> {
  const packages = ['zod', 'yaml', 'mongoose', 'ioredis'];
  for (const name of packages) {
    await write(
      tree,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    await write(tree, `node_modules/${name}/index.js`, '');
  }
  const dependencies = Object.fromEntries(packages.map((name) => [name, '1.0.0']));
  await write(tree, 'package.json', JSON.stringify({ type: 'module', dependencies }));
  await write(tree, 'tsconfig.json', await read('tsconfig.json'));
  for (const target of imports.map(([, to]) => to).filter((to) => /^(src|test)\//.test(to)))
    await write(tree, target, '');
  for (const [from, to] of imports) await write(tree, from, `import '${specifier(from, to)}';\n`);
  await write(tree, 'src/app/circle-b.ts', "import './circle-a.ts';\n");
}

function specifier(from: string, to: string): string {
  const name = /^node_modules\/([^/]+)/.exec(to)?.[1];
  if (name !== undefined) return name;
  if (!to.includes('/')) return `node:${to}`;
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

async function write(tree: string, file: string, text: string): Promise<void> {
  const target = path.join(tree, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

async function violationsIn(folder: string): Promise<{ rule: string; from: string; to: string }[]> {
  const cruiser = path.join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const args = [cruiser, '--config', RULES, '--output-type', 'json', 'src'];
  const output = await new Promise<string>((resolve, reject) => {
    // Its exit code is the number of violations; only a missing result is an error here.
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 28 }, (error, stdout) => {
      if (stdout === '') reject(new Error('dependency-cruiser printed nothing', { cause: error }));
      else resolve(stdout);
    });
  });
  const { summary } = JSON.parse(output) as { summary: { violations: Found[] } };
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

const sorted = (found: { rule: string; from: string; to: string }[]) =>
  found.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`).sort();

const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const read = (file: string) => readFile(path.join(ROOT, file), 'utf8');

async function sources(folder: string): Promise<string[]> {
  const files = await readdir(path.join(ROOT, folder), { recursive: true });
  return files.filter((file) => /\.tsx?$/.test(file)).map((file) => path.join(folder, file));
}

async function filter(files: string[], keep: (file: string) => Promise<boolean>): Promise<string[]> {
  const kept = await Promise.all(files.map(keep));
  return files.filter((_, index) => kept[index]);
}
