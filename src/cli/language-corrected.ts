import { stat } from 'node:fs/promises';
import { correctedTexts } from '../capabilities/language/corrected-texts.ts';
import { refusal } from '../domain/faults.ts';
import {
  correctedOf,
  type CorrectedText,
  type DatedChange,
  takeChanges,
} from '../language/reviewing/index.ts';
import { EXIT } from './exit.ts';
import { type TextsToReview, textsToReview } from './language-texts.ts';
import { onDatabase } from './on-database.ts';
import { writeFiles } from './write-files.ts';

export interface CorrectedOptions {
  lang: string;
  out: string;
  json?: boolean;
}

/**
 * `benkan language export --format yaml`: what staff corrected, taken into the files of the language. Where a file says
 * something newer than what a correction was written over, the file stays and the correction is named.
 */
export async function exportCorrected({ lang, out, json }: CorrectedOptions): Promise<number> {
  const texts = textsToReview(lang);
  const there = await stat(out).catch(() => null);
  if (there !== null && !there.isDirectory())
    throw refusal('not_a_folder', `${out}: not a folder; name one, e.g. locales/${lang}.`);
  const all = await onDatabase(process.env, ({ db, keyring }) => correctedTexts(db, keyring.sealer));
  const { changes, outdated } = fitting(
    all.filter((one) => one.lang === lang),
    texts,
  );
  const files = takeChanges(texts, changes);
  await writeFiles(out, files);
  const told = { lang, texts: changes.length, outdated, files: [...files.keys()], out };
  process.stdout.write(json === true ? `${JSON.stringify(told)}\n` : inWords(told));
  return EXIT.done;
}

function fitting(
  corrected: readonly CorrectedText[],
  { lang, locale, french }: TextsToReview,
): { changes: DatedChange[]; outdated: string[] } {
  const index = correctedOf(corrected);
  const changes: DatedChange[] = [];
  const outdated: string[] = [];
  for (const { flow, key, text, state, by, on, remark } of corrected) {
    const id = `${flow}/${key}`;
    const words = locale.get(flow);
    if (index.holding({ lang, flow }, words, french.get(flow)).has(key))
      changes.push({ id, before: words?.get(key)?.text ?? '', text, state, by, on, remark });
    else outdated.push(id);
  }
  return { changes, outdated };
}

function inWords({
  lang,
  texts,
  outdated,
  files,
  out,
}: {
  lang: string;
  texts: number;
  outdated: readonly string[];
  files: readonly string[];
  out: string;
}): string {
  const newer = outdated.map(
    (id) => `${id}  the file says something newer; look at the correction on the staff page\n`,
  );
  return `${newer.join('')}${texts} texts of ${lang} that staff corrected or approved, in ${files.length} files of ${out}\n`;
}
