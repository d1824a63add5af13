#!/usr/bin/env node
// Writes docs/schema/flow.json from the zod schema of the flow file, for editors.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'docs', 'schema', 'flow.json');

// Bundled whole and imported from memory, so that no build has to come before.
const { outputFiles } = buildSync({
  entryPoints: [path.join(root, 'src', 'engine', 'flow-file', 'json-schema.ts')],
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { flowJsonSchema } = await import(`data:text/javascript;base64,${code}`);

mkdirSync(path.dirname(target), { recursive: true });
writeFileSync(target, `${JSON.stringify(flowJsonSchema(), null, 2)}\n`);
