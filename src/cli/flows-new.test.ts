import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { AuthorsFolder } from '../../test/flows/examples.ts';
import { testFlow } from './flows-test/test-flow.ts';
import { flowsNew } from './flows-new.ts';

let folder: AuthorsFolder;
let printed: string;
const before = { ...process.env };
beforeEach(() => {
  folder = new AuthorsFolder();
  printed = '';
  process.env['FLOWS_DIR'] = folder.flows;
  process.env['LOCALES_DIR'] = folder.locales;
  jest.spyOn(process.stdout, 'write').mockImplementation((words) => {
    printed += String(words);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...before };
  folder.remove();
});

it('F14: writes a flow that is sound, its texts in every language, and transcripts that pass and reach everything', async () => {
  expect(flowsNew('mon-essai')).toBe(0);
  expect(printed.match(/^wrote /gm)).toHaveLength(4);
  const loaded = folder.load();
  expect(loaded.findings).toEqual([]);
  const { failures, unreached, passed } = await testFlow(loaded, 'mon-essai');
  expect({ failures, unreached }).toEqual({ failures: [], unreached: [] });
  expect(passed).toEqual({ bm: 2, fr: 2 });
  const [first = ''] = readFileSync(path.join(folder.flows, 'mon-essai.yaml'), 'utf8').split('\n');
  const schema = path.resolve(folder.flows, first.replace(/^.*=/, ''));
  expect(schema).toBe(path.resolve('docs', 'schema', 'flow.json'));
});

it.each(['Mon essai', '../x', '__proto__', 'bot', ''])('refuses the name "%s" and writes nothing', (id) => {
  const files = readdirSync(folder.path, { recursive: true });
  expect(() => flowsNew(id)).toThrow('a flow is named like sondage-paix');
  expect(readdirSync(folder.path, { recursive: true })).toEqual(files);
});

it('refuses to write over a file, also over texts that have no flow, and writes none of the others', () => {
  expect(() => flowsNew('annonce')).toThrow('annonce.yaml: there is one already; choose another name.');
  writeFileSync(path.join(folder.locales, 'bm', 'flows', 'seul.yaml'), 'a: A\n');
  expect(() => flowsNew('seul')).toThrow('there is one already');
  expect(readdirSync(folder.flows)).not.toContain('seul.yaml');
});

it('says what is to be put right where its word means something else', () => {
  expect(flowsNew('aide')).toBe(1);
  expect(printed).toContain('Choose another keyword than "aide"');
});

it('says which folder is missing', () => {
  process.env['LOCALES_DIR'] = path.join(folder.path, 'nowhere');
  expect(() => flowsNew('mon-essai')).toThrow('set LOCALES_DIR');
});
