#!/usr/bin/env node
// Compiles src/ to dist/ and bundles the scripts that run in a browser. `npm ci` calls it through `prepare`.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const require = createRequire(import.meta.url);

let tsc;
try {
  tsc = require.resolve('typescript/bin/tsc');
} catch {
  if (existsSync(path.join(dist, 'cli', 'main.js'))) process.exit(0);
  console.error('The compiler is missing and dist/ is empty: run `npm ci` without --omit=dev first.');
  process.exit(1);
}

rmSync(dist, { recursive: true, force: true });
const compiled = spawnSync(process.execPath, [tsc, '-p', path.join(root, 'config', 'tsconfig.build.json')], {
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
// npm makes the command executable when it links it, which it does once.
chmodSync(path.join(dist, 'cli', 'main.js'), 0o755);

const browser = path.join(root, 'src', 'web', 'browser');
if (existsSync(browser)) {
  const { buildSync } = await import('esbuild');
  const entryPoints = readdirSync(browser)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => path.join(browser, name));
  buildSync({
    entryPoints,
    outdir: path.join(dist, 'web', 'assets'),
    bundle: true,
    minify: true,
    target: 'es2017',
    format: 'iife',
  });
}
copyAssets(path.join(root, 'src'), dist);

/** Style sheets and other files that are served as they are lie beside the code that serves them. */
function copyAssets(from, to) {
  for (const name of readdirSync(from)) {
    const source = path.join(from, name);
    if (statSync(source).isDirectory()) copyAssets(source, path.join(to, name));
    else if (/\.(css|csv|svg|woff2|json)$/.test(name)) cpSync(source, path.join(to, name));
  }
}
