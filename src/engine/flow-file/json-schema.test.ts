import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { NODE_KINDS } from '../nodes/index.ts';
import { flowJsonSchema } from './json-schema.ts';

const STORED = new URL('../../../docs/schema/flow.json', import.meta.url);

it('docs/schema/flow.json is current; `node scripts/make-schema.mjs` makes it so', () => {
  expect(JSON.parse(readFileSync(STORED, 'utf8'))).toEqual(JSON.parse(JSON.stringify(flowJsonSchema())));
});

it('F1: the JSON Schema knows every kind of step', () => {
  const words = JSON.stringify(flowJsonSchema());
  for (const kind of Object.keys(NODE_KINDS)) expect(words).toContain(`"required":["${kind}"`);
});
