import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readAsset } from './assets.ts';

const write = (name: string, words: string): URL => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'assets-')), name);
  writeFileSync(file, words);
  return pathToFileURL(file);
};

describe('assets', () => {
  it('are named after their content, so that a change is a new name', () => {
    const one = readAsset('kit', write('a.css', 'a{}'), write('b.css', 'b{}'));
    expect(one.body.toString()).toBe('a{}b{}');
    expect(one.href).toMatch(/^\/assets\/kit\.[\w-]{12}\.css$/);
    expect(readAsset('kit', write('c.css', 'a{}b{}')).href).toBe(one.href);
    expect(readAsset('kit', write('c.css', 'a{}b{} ')).href).not.toBe(one.href);
  });

  it('of a kind nobody knows stop the start', () => {
    expect(() => readAsset('page', write('a.html', ''))).toThrow('no content type');
  });
});
