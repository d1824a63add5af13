import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
/** Folders of `channels` that are no channel. */
const SHARED = ['platform'];

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(SRC, file), 'utf8') }));
const channels = readdirSync(path.join(SRC, 'channels')).filter((name) => !SHARED.includes(name));

describe('C13: a channel costs one folder and one line', () => {
  it('only what puts the house together, and the command line, import one', () => {
    const meets = new RegExp(`from '(?:\\.\\./)+channels/(?!${SHARED.join('|')})`);
    const importing = sources.filter(({ file, text }) => !file.startsWith('channels') && meets.test(text));
    expect([...new Set(importing.map(({ file }) => file.split(path.sep)[0]))].sort()).toEqual(['app', 'cli']);
  });

  it('a platform stands in the one list, once', () => {
    const list = sources.find(({ file }) => file === path.join('app', 'channels.ts'))?.text ?? '';
    const [, line = ''] = /platformChannels = [^]*?=>\s*\[([^]*?)\]\.flatMap/.exec(list) ?? [];
    const platforms = channels.filter((name) => !['web', 'terminal'].includes(name));
    expect(line.split(',')).toHaveLength(platforms.length);
  });

  it('the rooms in the middle do not name SMS', () => {
    const rooms = /^(engine|language|conversation|outbox|schedule|capabilities)\b/;
    expect(
      sources.filter(({ file, text }) => rooms.test(file) && /'sms'/.test(text)).map(({ file }) => file),
    ).toEqual([]);
  });
});
