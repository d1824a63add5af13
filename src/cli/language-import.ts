import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { dayOf } from '../domain/clock.ts';
import { refusal } from '../domain/faults.ts';
import {
  type Correction,
  type Decided,
  decide,
  isError,
  MAX_FILE_BYTES,
  type Problem,
  readCorrections,
  takeChanges,
} from '../language/reviewing/index.ts';
import { EXIT } from './exit.ts';
import { textsToReview } from './language-texts.ts';
import { writeFiles } from './write-files.ts';
import { reportOf } from './reviewing-report.ts';

export interface ImportOptions {
  lang: string;
  reviewer?: string;
  partial?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/**
 * `benkan language import`: what reviewers wrote, into the files of the language.
 * @returns 1 where a line cannot be taken; with `partial` the others were
 */
export async function languageImport(files: readonly string[], options: ImportOptions): Promise<number> {
  const texts = textsToReview(options.lang);
  const corrections: Correction[] = [];
  const unread: Problem[] = [];
  for (const file of files) {
    const read = await readCorrections(await bytesOf(file), path.basename(file));
    corrections.push(...read.corrections.map((each) => named(each, options.reviewer)));
    unread.push(...read.problems);
  }
  const decided = decide(corrections, texts);
  const problems = [...unread, ...decided.problems];
  const wrong = problems.some(isError);
  const taken = !wrong || options.partial === true ? decided.changes : [];
  const on = dayOf(Date.now());
  const changed = takeChanges(
    texts,
    taken.map((change) => ({ ...change, on })),
  );
  if (options.dryRun !== true) await writeFiles(path.join(texts.localesDir, options.lang), changed);
  const told: Decided = { ...decided, changes: taken, problems };
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({ lang: options.lang, dryRun: options.dryRun === true, ...told, files: [...changed.keys()] })}\n`
      : reportOf(told, {
          left: decided.changes.length - taken.length,
          dryRun: options.dryRun === true,
          files: [...changed.keys()],
        }),
  );
  return wrong ? EXIT.refused : EXIT.done;
}

const named = (given: Correction, reviewer = ''): Correction =>
  given.by.trim() === '' ? { ...given, by: reviewer } : given;

async function bytesOf(file: string): Promise<Buffer> {
  const found = await stat(file).catch(() => null);
  if (found === null) throw refusal('no_such_file', `${file}: no such file; check the path.`);
  if (!found.isFile()) throw refusal('not_a_file', `${file}: not a file; give the workbook or PO file.`);
  if (found.size > MAX_FILE_BYTES)
    throw refusal(
      'file_too_big',
      `${file}: larger than ${MAX_FILE_BYTES / 1024 / 1024} MB; is it the right file?`,
    );
  return readFile(file);
}
