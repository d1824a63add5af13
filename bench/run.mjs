#!/usr/bin/env node
// Measures Benkan beside its peers, in the same run: `npm run bench -- P1 P2 P7 [--json]`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const ROWS = {
  P1: { file: 'engine', what: 'the engine: turns a second of CPU, state written and read back at each' },
  P2: { file: 'turn', what: 'a durable turn end to end: webhook in, committed, reply sent' },
  P7: { file: 'start', what: 'start to ready, and memory' },
};
const FEWEST_RUNS = 5;
const root = path.resolve(import.meta.dirname, '..');

try {
  process.exitCode = await main();
} catch (error) {
  say(`The bench broke off: ${error.stack}`);
  process.exitCode = 1;
}

async function main() {
  const asked = options();
  if (asked === undefined) return 2;
  if (asked.values.help) {
    process.stdout.write(help());
    return 0;
  }
  const dist = path.resolve(asked.values.dist ?? path.join(root, 'dist'));
  if (!existsSync(path.join(dist, 'cli', 'main.js'))) {
    say(`${dist} holds no build of Benkan: run \`npm run build\` first.`);
    return 1;
  }
  if (!installed()) return 1;
  const { json } = asked.values;
  const { tableOf } = await import('./measure/report.mjs');
  const { profileTo, summariseProfiles } = await import('./measure/profile.mjs');
  const profiles = asked.values.profile ? path.join(import.meta.dirname, 'profiles') : undefined;
  for (const row of asked.rows) {
    const measure = Object.values(await import(`./rows/${ROWS[row].file}.mjs`))[0];
    const report = await measure({
      dist,
      against: asked.values.against && path.resolve(asked.values.against),
      runs: asked.runs,
      say,
      profile: profiles && ((name) => profileTo(profiles, name)),
    });
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${tableOf(report)}\n`);
    if (profiles) say(await summariseProfiles(profiles, row));
  }
  return 0;
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        profile: { type: 'boolean' },
        runs: { type: 'string' },
        dist: { type: 'string' },
        against: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const rows = positionals.length > 0 ? positionals : Object.keys(ROWS);
    const unknown = rows.filter((row) => !(row in ROWS));
    if (unknown.length > 0)
      throw new Error(`no such row: ${unknown.join(' ')} (there are ${Object.keys(ROWS).join(' ')})`);
    const runs = Number(values.runs ?? FEWEST_RUNS);
    if (!Number.isInteger(runs) || runs < 1)
      throw new Error('--runs expects a whole number above 0, e.g. --runs 7');
    return { values, rows, runs };
  } catch (error) {
    say(`${error.message} (--help shows how it is used)`);
    return undefined;
  }
}

function help() {
  return `Usage: npm run bench -- [ROW…] [options]

Rows (all when none is named):
${Object.entries(ROWS)
  .map(([row, { what }]) => `  ${row}  ${what}`)
  .join('\n')}

Options:
  --json         one JSON object a row: {"row","unit","ours","peers","ratio","spread","runs",…}
  --runs N       runs of each contestant, in turn (default ${FEWEST_RUNS})
  --profile      write CPU profiles of our process to bench/profiles/ and name the largest costs
  --dist DIR     another build than dist/
  --against DIR  a second build of Benkan as one more contestant of P2, to see what a change brings

BENCH_MONGODB_URI names a running replica set; without it one is started for the run. MONGOD_BINARY names its program.
Ratios above 1 are in Benkan's favour; absolute figures depend on the machine and on who else uses it.
`;
}

/** The peers have a package.json and a lock of their own, so that the product does not carry them. */
function installed() {
  if (existsSync(path.join(import.meta.dirname, 'node_modules', '.package-lock.json'))) return true;
  say('Installing what Benkan is measured beside (npm ci --prefix bench)…');
  const { status } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', import.meta.dirname],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0) say('The peers could not be installed: see above, then run it again.');
  return status === 0;
}

/** Progress goes to stderr: stdout is for the figures. */
function say(line) {
  process.stderr.write(`${line}\n`);
}
