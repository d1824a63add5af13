import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { flowsGraph } from '../../src/cli/flows-graph.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'benkan-maps-'));
afterAll(() => rmSync(folder, { recursive: true }));
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

describe('F12: benkan flows graph', () => {
  it.each(['mermaid', 'svg'])('draws every shipped flow into a folder as %s', async (format) => {
    expect(await flowsGraph(undefined, { format, lang: 'bm', out: folder })).toBe(0);
    const flows = readdirSync('flows').filter((name) => /^[^.]+\.yaml$/u.test(name));
    const ending = format === 'svg' ? '.svg' : '.mmd';
    expect(readdirSync(folder).filter((name) => name.endsWith(ending))).toHaveLength(flows.length);
    expect(read(`volontaire${ending}`)).toMatch(format === 'svg' ? /^<\?xml/u : /^flowchart TD\n/u);
  });

  it('draws one flow by the path of its file', async () => {
    const out = path.join(folder, 'one', 'stop.mmd');
    expect(await flowsGraph('flows/stop.yaml', { format: 'mermaid', lang: 'fr', out })).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('(["stop"])');
  });

  it.each([
    ['an unknown flow', 'nulle-part', { format: 'svg', lang: 'fr' }, 'no_such_flow'],
    ['an unknown format', 'stop', { format: 'png', lang: 'fr' }, 'no_such_format'],
    ['an unknown language', 'stop', { format: 'svg', lang: 'xx' }, 'no_such_language'],
    ['all flows without a folder', undefined, { format: 'svg', lang: 'fr' }, 'no_folder'],
    [
      'a place that cannot be written',
      'stop',
      { format: 'svg', lang: 'fr', out: '/dev/null/x' },
      'cannot_write',
    ],
  ])('refuses %s', async (_what, flow, options, code) => {
    await expect(flowsGraph(flow, options)).rejects.toMatchObject({ kind: 'refusal', code });
  });
});
