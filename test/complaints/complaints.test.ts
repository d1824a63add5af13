import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** What went wrong elsewhere in the field and must not be possible here; see docs/complaints.md. */
const COMPLAINTS = [
  ...['rapidpro#827', 'rapidpro#712', 'rapidpro#1028', 'rapidpro#1176', 'typebot#2310', 'typebot#2340'],
  ...['glific#2270', 'glific#2682', 'glific#4474', 'glific#5595', 'glific-frontend#3112'],
];

const titles = ['src', 'test'].flatMap(testFiles).flatMap(titlesIn);
const rows = readFileSync('docs/complaints.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ['));

describe('complaints of the field', () => {
  it.each(COMPLAINTS)('%s has a test named after it, and a line in docs/complaints.md', (complaint) => {
    expect(titles.filter((title) => names(title, complaint)).length).toBeGreaterThan(0);
    expect(rows.filter((row) => names(row, complaint))).toHaveLength(1);
  });

  it.each(rows)('the test named in %s is there', (row) => {
    const [, file = ''] = /`((?:src|test)\/\S+\.test\.ts)`/.exec(row) ?? [];
    const own = titlesIn(file);
    for (const complaint of COMPLAINTS.filter((each) => names(row, each)))
      expect(own.filter((title) => names(title, complaint)).length).toBeGreaterThan(0);
  });
});

/** `glific#1` is not in `glific#12`. */
const names = (words: string, complaint: string): boolean =>
  new RegExp(`(?<![\\w-])${complaint}(?!\\d)`).test(words);

function testFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.endsWith('complaints.test.ts'))
    .map((name) => path.join(folder, name));
}

/** Every text that comes first in brackets, as the titles of tests do. */
function titlesIn(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return Array.from(source.matchAll(/\(\s*(['"`])((?:(?!\1).)+)\1,/g), ([, , title = '']) => title);
}
