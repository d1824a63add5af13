import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dayOf } from '../domain/clock.ts';
import { refusal } from '../domain/faults.ts';
import { readGlossaryFrench, writePo, writeWorkbook } from '../language/reviewing/index.ts';
import { EXIT } from './exit.ts';
import { textsToReview } from './language-texts.ts';
import { readInput } from './read-input.ts';

export interface ExportOptions {
  lang: string;
  format: 'xlsx' | 'po' | 'yaml';
  out: string;
  only?: 'unreviewed';
  glossary?: string;
  json?: boolean;
}

/** `benkan language export`: a file a native speaker fills; as YAML, what staff corrected. */
export async function languageExport(options: ExportOptions): Promise<number> {
  const { lang, format, out, only, json } = options;
  if (format === 'yaml') return (await import('./language-corrected.ts')).exportCorrected(options);
  const glossary =
    options.glossary === undefined ? undefined : readGlossaryFrench(await readInput(options.glossary));
  const { rows: all, choices } = textsToReview(lang, glossary);
  const rows = only === 'unreviewed' ? all.filter(({ state }) => state !== 'reviewed') : all;
  const notes = { lang, day: dayOf(Date.now()), choices };
  await writeOut(out, format === 'po' ? writePo(rows, notes) : await writeWorkbook(rows, notes));
  process.stdout.write(
    json === true
      ? `${JSON.stringify({ lang, texts: rows.length, out })}\n`
      : `${out}: ${rows.length} texts of ${lang}. \`benkan language import\` takes it back; docs/translating.md says how it is filled.\n`,
  );
  return EXIT.done;
}

async function writeOut(out: string, bytes: Buffer): Promise<void> {
  const there = await stat(out).catch(() => null);
  if (there !== null && !there.isFile())
    throw refusal('not_a_file', `${out}: not a file; name the file to write.`);
  await writeFile(out, bytes).catch(() => {
    throw refusal(
      'cannot_write',
      `${out}: cannot be written; check that ${path.dirname(path.resolve(out))} is a folder you may write to.`,
    );
  });
}
