import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { attestLanguage } from '../language/index.ts';
import { EXIT } from './exit.ts';
import { places } from './places.ts';
import { readInput } from './read-input.ts';

/** The two tables of the project's Bambara; they stay where they lie. */
export interface AttestOptions {
  glossary: string;
  parallel: string;
  write?: boolean;
  json?: boolean;
}

/**
 * `benkan language attest bm`: whether every word of a language stands in the sources.
 * @returns 1 when a word does not.
 */
export async function languageAttest(lang: string, options: AttestOptions): Promise<number> {
  const { localesDir } = places();
  const { files, unattested, ...counts } = attestLanguage(localesDir, lang, {
    glossary: await readInput(options.glossary),
    parallel: await readInput(options.parallel),
  });
  if (options.write === true)
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(localesDir, lang, name), text);
  const found = unattested.map(({ word, key, text: { file, line } }) => ({ file, line, key, word }));
  if (options.json === true)
    process.stdout.write(`${JSON.stringify({ lang, ...counts, unattested: found })}\n`);
  else {
    for (const { file, line, key, word } of found)
      process.stdout.write(
        `${file}:${line}  ${key}  "${word}" stands in no source; use another or keep French\n`,
      );
    process.stdout.write(
      `${lang}  ${counts.words} words: ${counts.inGlossary} from the glossary, ${counts.words - counts.inGlossary} only from the parallel sentences, ${counts.regularForms} as regular forms; ${found.length} unattested; ${counts.doubts} doubts for the reviewer\n`,
    );
  }
  return found.length === 0 ? EXIT.done : EXIT.refused;
}
