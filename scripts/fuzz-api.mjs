#!/usr/bin/env node
// Odd requests at every door of the API, made by schemathesis from /openapi.json, with a session of each role and with
// none (T24). Starts a house of its own, and installs schemathesis in a folder of its own.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { schemathesisIn } from './fuzz/venv.mjs';

const HELP = `node scripts/fuzz-api.mjs [--examples N] [--venv FOLDER] [--seed N]

Exit code 1 for a 5xx, a status or a shape /openapi.json does not know of, or an answer that shows our insides.
  --examples N   odd requests for each door and role, at most (default 200; 7 roles make 20,000 cases of it)
  --venv FOLDER  where schemathesis is, or is put (default: benkan-schemathesis in the folder for temporary files)
  --seed N       of the choice (default 24)`;

/** The stream never ends by itself; the suite's own short form asks it (test/api/fuzz.test.ts). */
const ENDLESS = '/api/chat/events';
/** A sign-in costs an argon2 each, and is slowed down after some; only whoever is not signed in tries it, a few times. */
const SIGN_IN = '/staff/sign-in';
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'no_insides',
];

const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '200' },
    venv: { type: 'string', default: path.join(tmpdir(), 'benkan-schemathesis') },
    seed: { type: 'string', default: '24' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help === true) {
  console.log(HELP);
  process.exit(0);
}
if (!existsSync(new URL('../dist/app/serve.js', import.meta.url))) {
  console.error('There is no build: run `npm run build` first.');
  process.exit(1);
}
const schemathesis = schemathesisIn(values.venv);
const { openHouse, WEBHOOK_SECRET } = await import('./fuzz/house.mjs');
const house = await openHouse();
// Its database is a process of its own, and would stay.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => house.close().finally(() => process.exit(1)));
const failed = [];
let cases = 0;
try {
  for (const [role, cookie] of Object.entries(house.cookies))
    await fuzz(role, values.examples, { cookie, leftOut: [ENDLESS, SIGN_IN] });
  await fuzz('nobody', String(Math.ceil(Number(values.examples) / 10)), { leftOut: [ENDLESS] });
} finally {
  await house.close();
}
console.log(
  `T24: ${cases} cases, ${failed.length === 0 ? 'no failure' : `failures as ${failed.join(', ')}`}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

async function fuzz(role, examples, { cookie, leftOut }) {
  const headers = {
    // Whoever says nothing is taken for a browser, and gets pages.
    Accept: 'application/problem+json, application/json;q=0.9, */*;q=0.1',
    Origin: house.url,
    'X-Telegram-Bot-Api-Secret-Token': WEBHOOK_SECRET,
    ...(cookie === undefined ? {} : { Cookie: cookie }),
  };
  const { code, out } = await run([
    ...['run', `${house.url}/openapi.json`, '--no-color', '--seed', values.seed],
    ...['--max-examples', examples, '--checks', CHECKS.join(','), '--request-timeout', '30'],
    ...leftOut.flatMap((door) => ['--exclude-path', door]),
    ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
  ]);
  const generated = Number(/(\d+) generated/u.exec(out)?.[1] ?? 0);
  cases += generated;
  console.log(`T24 as ${role}: ${generated} cases, ${code === 0 ? 'no failure' : 'failures:'}`);
  if (code === 0) return;
  failed.push(role);
  console.log(out);
}

function run(args) {
  return new Promise((resolve, reject) => {
    const hooks = path.join(import.meta.dirname, 'fuzz', 'insides.py');
    const child = spawn(schemathesis, args, {
      env: { ...process.env, SCHEMATHESIS_HOOKS: hooks },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (out += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}
