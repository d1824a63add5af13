import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { loadFlows } from '../../src/app/load-flows.ts';
import { shipped } from '../flows/shipped.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const PLAIN: ReadonlySet<string> = new Set(['long_sentence', 'long_bubble', 'jargon']);

it('L8: what ships with Benkan is in plain words, or says why not', () => {
  expect(shipped.warnings.filter(({ code }) => PLAIN.has(code))).toEqual([]);
});

it('L8: what is not is told by `benkan flows check`, and stops nothing', () => {
  const localesDir = mkdtempSync(join(tmpdir(), 'plain-words-'));
  cpSync(folder('locales'), localesDir, { recursive: true });
  writeFileSync(
    join(localesDir, 'fr', 'flows', 'bientot.yaml'),
    'pas_encore: Le DDR et le CNT. Cela vient. On te le dira.\n',
  );
  const { findings, warnings } = loadFlows({ flowsDir: folder('flows'), localesDir });
  expect(
    warnings.filter(({ code }) => PLAIN.has(code)).map(({ file, line, code }) => `${file}:${line} ${code}`),
  ).toEqual([
    'locales/fr/flows/bientot.yaml:1 long_bubble',
    'locales/fr/flows/bientot.yaml:1 jargon',
    'locales/fr/flows/bientot.yaml:1 jargon',
  ]);
  expect(findings.filter(({ code }) => PLAIN.has(code))).toEqual([]);
});
