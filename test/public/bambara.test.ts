import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';
import { type Attested, readVocabulary, unattestedIn } from '../../src/language/index.ts';

/** Names and units, which are the same in every language. */
const AS_IS = ['Benkan', 'WhatsApp', 'Telegram', 'Facebook', 'ko', 'Mo', 'ML'];
const FILES = [
  'src/web/public/words.bm.ts',
  'src/web/public/chat-words.bm.ts',
  'src/capabilities/updates/public/words.bm.ts',
  'src/capabilities/surveys/public/words.bm.ts',
  'src/capabilities/volunteers/public/words.bm.ts',
  'src/capabilities/about/words.bm.ts',
];

it('W12: every word of the public pages in Bambara stands in the project’s sources, and what is French says so', async () => {
  expect(FILES.length).toBeGreaterThan(1);
  const { attested, asIs } = readVocabulary(path.resolve('locales'), 'bm') ?? {
    attested: new Map(),
    asIs: [],
  };
  const own = readFileSync('src/web/public/attested.csv', 'utf8').trim().split('\n').slice(1);
  const words = new Map<string, Attested>([
    ...attested,
    ...own.map((line) => [line.split(',')[0] ?? '', {} as Attested] as const),
  ]);
  const used = new Set<string>();
  const unknown: string[] = [];
  let [said, kept] = [0, 0];
  for (const file of FILES) {
    const module = (await import(pathToFileURL(path.resolve(file)).href)) as Record<string, unknown>;
    for (const one of Object.values(module).flatMap(textsIn)) {
      if (typeof one !== 'string') kept += 1;
      else {
        said += 1;
        const text = { text: one, reviewed: false } as Parameters<typeof unattestedIn>[0];
        const vocabulary = { attested: words, asIs: [...asIs, ...AS_IS] };
        unknown.push(...unattestedIn(text, vocabulary).map((word) => `${file}: ${word}`));
        const none = { ...vocabulary, attested: new Map() };
        for (const word of unattestedIn(text, none)) used.add(word);
      }
    }
  }
  expect(unknown).toEqual([]);
  expect(own.map((line) => line.split(',')[0]).filter((word) => !used.has(word ?? ''))).toEqual([]);
  process.stdout.write(
    `W12: public pages in Bambara: ${String(said)} texts, ${String(kept)} still in French\n`,
  );
});

/** Every text of an area; what a function makes, of dots. */
function textsIn(words: unknown): (string | { kept: string })[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return textsIn((words as (...args: string[]) => unknown)('.', '.', '.'));
  if (typeof words !== 'object' || words === null) return [];
  if ('kept' in words) return [words as { kept: string }];
  return Object.values(words).flatMap(textsIn);
}
