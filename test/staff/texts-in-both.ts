import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The words of one area, in both languages. */
export interface Pair {
  name: string;
  fr: unknown;
  en: unknown;
}

/**
 * Every pair of `*.fr.ts` and `*.en.ts` of the staff site; a file without its other half is named. Words of public pages
 * stand beside a `*.bm.ts`: the compiler holds those two together.
 */
export async function textsInBoth(): Promise<{ pairs: Pair[]; alone: string[] }> {
  const files = filesOf(/\.(?:fr|en|bm)\.ts$/u);
  const pairs: Pair[] = [];
  const alone: string[] = [];
  for (const fr of files.filter((file) => file.endsWith('.fr.ts'))) {
    const en = fr.replace(/\.fr\.ts$/u, '.en.ts');
    if (files.includes(en)) pairs.push(...pairsOf(await modulesOf(fr), await modulesOf(en), fr));
    else if (!files.includes(fr.replace(/\.fr\.ts$/u, '.bm.ts'))) alone.push(fr);
  }
  return { pairs, alone };
}

const modulesOf = async (file: string): Promise<Record<string, unknown>> =>
  (await import(pathToFileURL(path.resolve(file)).href)) as Record<string, unknown>;

const pairsOf = (fr: Record<string, unknown>, en: Record<string, unknown>, file: string): Pair[] =>
  Object.keys(fr)
    .filter((name) => name.endsWith('_FR'))
    .map((name) => ({ name: `${file} ${name}`, fr: fr[name], en: en[name.replace(/_FR$/u, '_EN')] }));

/** Every leaf of a text object under its path, functions called with words that can be told apart. */
export function leavesOf(words: unknown, at = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[at, words]]);
  if (typeof words === 'function') return new Map([[at, spoken(words as Spoken)]]);
  const entries = Object.entries(words ?? {});
  return new Map(entries.flatMap(([key, value]) => [...leavesOf(value, `${at}.${key}`)]));
}

/** What was put into a text, wherever in the sentence it stands. */
export const gapsIn = (text: string): string[] => [...new Set(text.match(/\d{4}(?=777)/gu) ?? [])].sort();

type Spoken = (...given: unknown[]) => unknown;

/** Numbers as words: they can be counted with, put into a sentence, and found in it again. */
function spoken(words: Spoken): string {
  const given = [1001, 1002, 1003, 1004].map((n) =>
    Object.assign(new String(`${String(n)}777`), { given: '2001777', expected: '2002777' }),
  );
  try {
    return String(words(...given));
  } catch {
    // It is told more than words: only how much it is told can be compared.
    return `(${String(words.length)})`;
  }
}

/** Sources that write numbers and days for a reader. */
export const sourcesOfPages = (): { file: string; source: string }[] =>
  filesOf(/(?<!\.test)\.tsx?$/u).map((file) => ({ file, source: readFileSync(file, 'utf8') }));

const filesOf = (name: RegExp): string[] =>
  ['src/web/kit', 'src/web/staff', 'src/capabilities']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true }).map((file) => path.join(folder, String(file))),
    )
    .filter((file) => name.test(file));
