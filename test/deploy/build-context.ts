import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './dockerfile.ts';

/**
 * Which files `docker build` sends to the builder: `.dockerignore` read as Docker reads it. The last line that matches a
 * path or one of its folders decides; `*` stays within a folder, `**` does not.
 */
export function buildContext(): { has: (file: string) => boolean; files: () => string[] } {
  const rules = readFileSync(path.join(ROOT, '.dockerignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ keeps: line.startsWith('!'), pattern: matcher(line.replace(/^!/, '')) }));
  const has = (file: string): boolean => {
    const parts = file.split('/');
    const places = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    const last = rules.findLast(({ pattern }) => places.some((place) => pattern.test(place)));
    return last === undefined || last.keeps;
  };
  return { has, files: () => filesBelow('').filter(has) };
}

/** Nothing of git's or npm's: thousands of files that no rule lets through, which a test of its own shows. */
function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (['.git', 'node_modules', 'dist'].includes(file)) return [];
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

function matcher(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*|\?/g, (wild) => (wild === '**/' ? '(?:.*/)?' : wild === '*' ? '[^/]*' : '[^/]'));
  return new RegExp(`^${source}$`);
}
