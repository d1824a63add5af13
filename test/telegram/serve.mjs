#!/usr/bin/env node
// The stand-in as a process of its own, for load runs: `node test/telegram/serve.mjs [--port N] [--token T] [--retry-ms N]`.
// Prints {"root","token","stage"} as one JSON line. At `stage`, people are moved by POST / {"id":7,"does":"says","with":"menu"}
// (says, taps, forges, sends, blocks, unblocks); GET /seen?person=7 gives what the bot wrote, GET /counts the sums.
// A channel is opened by POST / {"channel":-1001234567890,"named":"benkan","bot":{"can_post_messages":false}}; GET /posted?channel=… gives its posts.
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..', '..');
const outfile = path.join(root, 'node_modules', '.cache', 'benkan-telegram', 'main.mjs');
await build({
  entryPoints: [path.join(import.meta.dirname, 'main.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
  logLevel: 'error',
});
const { main } = await import(outfile);
await main(process.argv.slice(2));
