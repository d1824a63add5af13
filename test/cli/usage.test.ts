import { readFile, stat } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readTranscripts } from '../../src/cli/transcript.ts';
import { benkan, built } from './benkan.ts';

const COMMANDS = [
  [],
  ['serve'],
  ['flows'],
  ['flows', 'check'],
  ['flows', 'new'],
  ['flows', 'test'],
  ['flows', 'graph'],
  ['play'],
  ['simulate'],
  ['language'],
  ['language', 'status'],
  ['language', 'attest'],
  ['staff'],
  ['staff', 'create'],
  ['staff', 'reset'],
  ['keys'],
  ['keys', 'new'],
  ['audit'],
  ['audit', 'verify'],
  ['dead-letters'],
  ['dead-letters', 'list'],
  ['dead-letters', 'replay'],
  ['dead-letters', 'drop'],
  ['demo'],
  ['demo', 'load'],
  ['demo', 'clear'],
];

beforeAll(built, 120_000);

describe('CONTRACT: the benkan command', () => {
  it.each(COMMANDS.map((words) => [words.join(' ') || 'benkan', words] as const))(
    '%s has --help',
    async (_, words) => {
      const { code, out, err } = await benkan([...words, '--help']);
      expect(out).toMatch(/^Usage: benkan /);
      expect(err).toBe('');
      expect(code).toBe(0);
    },
  );

  it('can be started by its name after every build', async () => {
    expect((await stat('dist/cli/main.js')).mode & 0o111).toBe(0o111);
  });

  it('--version says which one it is', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(await benkan(['--version'])).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
  });

  it.each([
    ['no command', []],
    ['half a command', ['flows']],
    ['an unknown command', ['dance']],
    ['an unknown option', ['flows', 'check', '--loud']],
    ['no flow to play', ['play']],
    ['no script to simulate', ['simulate', 'aide']],
    ['one word too many', ['flows', 'check', 'more', 'words']],
    ['no letter to drop', ['dead-letters', 'drop']],
    ['a crowd of nobody', ['demo', 'load', '--people', '0']],
    ['an account without an address', ['staff', 'create', '--role', 'admin', '--org', 'a']],
  ])('%s is wrong usage: 2, and says how it is used', async (_, words) => {
    const { code, out, err } = await benkan(words);
    expect(out).toBe('');
    expect(err).toMatch(/Usage: |--help/);
    expect(code).toBe(2);
  });

  it('L1: language status counts the texts of each language', async () => {
    const { out } = await benkan(['language', 'status', '--json']);
    const { languages } = JSON.parse(out) as {
      languages: { lang: string; total: number; missing: number }[];
    };
    expect(languages.map(({ lang }) => lang)).toEqual(expect.arrayContaining(['fr', 'bm']));
    expect(languages.every(({ total, missing }) => total > 50 && missing === 0)).toBe(true);
    expect((await benkan(['language', 'status'])).out).toMatch(/^bm {2}\d+ texts: \d+ sourced, /m);
  });
});

describe('C5: benkan play', () => {
  it('talks: numbers tap, words are said, media are sent, time passes', async () => {
    const { code, out } = await benkan(['play', 'sondage-paix'], { input: '2\n:voice\n:wait 25h\n23 ans\n' });
    expect(out).toContain("  2. L'eau");
    expect(out).toContain('Donne une idée pour la paix');
    expect(code).toBe(0);
  });

  it('F9: --repro prints the talk as a test case of the flow', async () => {
    const { out } = await benkan(['play', 'sondage-paix', '--lang', 'bm', '--repro'], {
      input: '2\nmugan\n',
    });
    const written = out.slice(out.indexOf('- title:'));
    expect(parse(written)).toMatchObject([{ lang: 'bm', end: 'waiting' }]);
    const [transcript] = readTranscripts(written, 'repro');
    expect(transcript?.talk).toEqual([
      { says: ['debut', 'priorite.ask'] },
      { deed: { tap: 'eau' }, says: ['age.ask'], saved: { priorite: 'eau' } },
      { deed: { say: 'mugan' }, says: ['idee.ask'], saved: { age: 20 } },
    ]);
  });
});
