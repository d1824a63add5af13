import { describe, expect, it } from '@jest/globals';
import { progressBar } from './progress.ts';

describe('progressBar', () => {
  it('draws over itself in a terminal', () => {
    const written: string[] = [];
    const bar = progressBar('Loading', { isTTY: true, write: (text) => written.push(text) });
    bar.show(1, 2);
    bar.end();
    expect(written).toEqual([`\rLoading [${'#'.repeat(15)}${' '.repeat(15)}] 50 %`, '\n']);
  });

  it('writes a line every tenth elsewhere, and none twice', () => {
    const written: string[] = [];
    const bar = progressBar('Loading', { write: (text) => written.push(text) });
    for (let done = 0; done <= 100; done += 1) bar.show(done, 100);
    bar.end();
    expect(written).toHaveLength(11);
    expect(written.at(-1)).toBe('Loading: 100 %\n');
  });
});
