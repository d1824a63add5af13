import { readdirSync, readFileSync } from 'node:fs';

const SRC = new URL('../../src/', import.meta.url);
/** How code names a text of `bot.yaml`. */
const PATTERNS = [/flow: 'bot',\s*key: '([\w.]+)'/g, /\bbot\('([\w.]+)'\)/g, /\bexcuse\([^'()]*'(\w+)'\)/g];

/** Keys of `bot.yaml` that the sources write out. */
export function keysInSources(): string[] {
  const names = readdirSync(SRC, { recursive: true, encoding: 'utf8' });
  const sources = names
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(new URL(name, SRC), 'utf8'));
  const keys = sources.flatMap((source) =>
    PATTERNS.flatMap((pattern) => Array.from(source.matchAll(pattern), ([, key = '']) => key)),
  );
  return [...new Set(keys)].sort();
}
