import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { check, lineOf } from '../../src/cli/flows-check.ts';
import { readFlowFile } from '../../src/engine/flow-file/read-flow-file.ts';
import { AuthorsFolder, EXAMPLES } from './examples.ts';
import { MISTAKES, type Mistake } from './mistakes.ts';

const GUIDE = readFileSync('docs/writing-flows.md', 'utf8');
/** Blocks that are a file of docs/examples, by its path. */
const files = Array.from(
  GUIDE.matchAll(/```yaml (\S+)\n(.*?)```/gs),
  ([, name = '', text = '']) => [name, text] as const,
);

/** Blocks that are some steps, or lines of a header. */
const fragments = Array.from(GUIDE.matchAll(/```yaml\n(.*?)```/gs), ([, text = '']) => text);
function inAFlow(piece: string): string {
  if (piece.startsWith('- ')) return `id: essai\nsteps:\n${piece.replaceAll(/^/gm, '  ')}`;
  return `id: essai\n${/^steps:/m.test(piece) ? '' : 'steps: [{ end: true }]\n'}${piece}`;
}

describe('F14: docs/writing-flows.md', () => {
  it.each(files)('shows %s as it is', (name, text) => {
    const file = readFileSync(path.join('docs', 'examples', name), 'utf8');
    expect(text).toBe(file.replace(/^# yaml-language-server: .*\n/, ''));
  });

  it('shows every worked flow, and no flow that is not checked and played', () => {
    const flows = files.flatMap(([name]) => /^flows\/([\w-]+)\.yaml$/.exec(name)?.[1] ?? []);
    expect(flows).toEqual(EXAMPLES);
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
