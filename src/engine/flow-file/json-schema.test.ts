import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { NODE_KINDS } from '../nodes/index.ts';
import { flowJsonSchema } from './json-schema.ts';

const STORED = new URL('../../../docs/schema/flow.json', import.meta.url);
const FLOWS = new URL('../../../flows/', import.meta.url);
const shipped = readdirSync(FLOWS).filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml'));
const source = (name: string): string => readFileSync(new URL(name, FLOWS), 'utf8');

it('docs/schema/flow.json is current; `node scripts/make-schema.mjs` makes it so', () => {
  expect(JSON.parse(readFileSync(STORED, 'utf8'))).toEqual(JSON.parse(JSON.stringify(flowJsonSchema())));
});

it('F1: the JSON Schema knows every kind of step', () => {
  const words = JSON.stringify(flowJsonSchema());
  for (const kind of Object.keys(NODE_KINDS)) expect(words).toContain(`"required":["${kind}"`);
});

describe('F14: an editor helps whoever writes a flow', () => {
  const fits = new Ajv2020.default({ strict: false, formats: { date: true } }).compile(flowJsonSchema());

  it.each(shipped)('%s names the schema in its first line, and fits it', (name) => {
    const [, named = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(source(name)) ?? [];
    expect(new URL(named, new URL(name, FLOWS)).href).toBe(STORED.href);
    expect([fits(parse(source(name))), fits.errors]).toEqual([true, null]);
  });

  it.each([
    ['a step of no kind', { steps: [{ shout: 'un' }] }],
    ['a word that is no field', { steps: [{ say: 'un', loud: true }] }],
    ['a question of no type', { steps: [{ ask: 'q', type: 'colour' }] }],
    ['no steps', {}],
  ])('the schema refuses %s', (_name, flow) => {
    expect(fits({ id: 'essai', ...flow })).toBe(false);
  });
});
