import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { check, lineOf } from '../../src/cli/flows-check.ts';
import { readFlowFile } from '../../src/engine/flow-file/read-flow-file.ts';
import { AuthorsFolder, EXAMPLES } from './examples.ts';
import { MISTAKES, type Mistake } from './mistakes.ts';

const GUIDE = readFileSync('docs/writing-flows.md', 'utf8');
const FRENCH = readFileSync('docs/ecrire-un-parcours.md', 'utf8');
/** Blocks that are a file of docs/examples, by its path. */
const filesIn = (guide: string) =>
  Array.from(
    guide.matchAll(/```yaml (\S+)\n(.*?)```/gs),
    ([, name = '', text = '']) => [name, text] as const,
  );
const flowsIn = (guide: string): string[] =>
  filesIn(guide).flatMap(([name]) => /^flows\/([\w-]+)\.yaml$/.exec(name)?.[1] ?? []);
/** Blocks that are some steps, or lines of a header. */
const fragments = Array.from(GUIDE.matchAll(/```yaml\n(.*?)```/gs), ([, text = '']) => text);
function inAFlow(piece: string): string {
  if (piece.startsWith('- ')) return `id: essai\nsteps:\n${piece.replaceAll(/^/gm, '  ')}`;
  return `id: essai\n${/^steps:/m.test(piece) ? '' : 'steps: [{ end: true }]\n'}${piece}`;
}

describe('F14: docs/writing-flows.md and its short form in French', () => {
  it.each([...filesIn(GUIDE), ...filesIn(FRENCH)])('shows %s as it is', (name, text) => {
    const file = readFileSync(path.join('docs', 'examples', name), 'utf8');
    expect(text).toBe(file.replace(/^# yaml-language-server: .*\n/, ''));
  });

  it('shows every worked flow, in French too', () => {
    expect(flowsIn(GUIDE)).toEqual(EXAMPLES);
    expect(flowsIn(FRENCH)).toEqual(EXAMPLES.slice(0, flowsIn(FRENCH).length));
    expect(flowsIn(FRENCH)).toContain('atelier');
  });

  it.each(fragments.map((piece) => [piece.split('\n')[0] ?? '', piece] as const))(
    'shows a piece that can stand in a flow: %s',
    (_, piece) => {
      const { findings } = readFlowFile('essai.yaml', inAFlow(piece));
      expect(findings).toEqual([]);
    },
  );
});

describe('F14: what the guide says flows check says', () => {
  let folder: AuthorsFolder;
  beforeAll(() => {
    folder = new AuthorsFolder();
  });
  afterAll(() => folder.remove());

  it.each(MISTAKES.map((mistake) => [mistake.name, mistake] as const))('%s', (name, mistake) => {
    const [, told] =
      new RegExp(`\\*\\*${escaped(name)}\\.\\*\\*.*?\`\`\`text\n(.*?)\`\`\``, 's').exec(GUIDE) ?? [];
    expect(told).toBe(printed(folder, mistake));
  });

  it('docs/ecrire-un-parcours.md says each of them in French', () => {
    const told = GUIDE.slice(GUIDE.indexOf('## When it says'));
    const rows = FRENCH.slice(FRENCH.indexOf('## Quand il dit')).match(/^\| `.*$/gm) ?? [];
    expect(rows).toHaveLength(MISTAKES.length);
    for (const row of rows) expect(told).toContain(/^\| `(.+?)` \|/.exec(row)?.[1]);
  });

  it('F7: every mistake of the guide has been made', () => {
    const section = GUIDE.slice(GUIDE.indexOf('## When it says'));
    expect(section.match(/```text/g)).toHaveLength(MISTAKES.length);
  });
});

/** What an author reads after the mistake. */
function printed(folder: AuthorsFolder, { file, from, to }: Mistake): string {
  const places = { flowsDir: folder.flows, localesDir: folder.locales };
  const { findings } = folder.changed(file, from, to, () => check(places));
  const seen = (name: string): string => (path.isAbsolute(name) ? path.relative(folder.path, name) : name);
  return findings.map((finding) => `${lineOf({ ...finding, file: seen(finding.file) })}\n`).join('');
}

const escaped = (words: string): string => words.replace(/[{}]/g, '\\$&');
