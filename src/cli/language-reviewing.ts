import { type Command, Option } from 'commander';
import type { ExportOptions } from './language-export.ts';
import type { ImportOptions } from './language-import.ts';

/** `benkan language export` and `import`: the way of a reviewer who has only a spreadsheet (docs/translating.md). */
export function reviewingCommands(language: Command, done: (code: number) => void): void {
  language
    .command('export')
    .description('write the texts of a language into a file that a native speaker fills, without Benkan')
    .requiredOption('--lang <tag>', 'the language to review: bm, or a folder of LOCALES_DIR')
    .addOption(
      new Option(
        '--format <format>',
        'a workbook, a PO file, or the files of the language with what staff corrected on their page',
      )
        .choices(['xlsx', 'po', 'yaml'])
        .default('xlsx'),
    )
    .requiredOption('--out <path>', 'the file to write; for yaml the folder, e.g. locales/bm')
    .addOption(new Option('--only <which>', 'leave out what was reviewed').choices(['unreviewed']))
    .option('--glossary <file>', 'CSV with the columns french and bambara, to say what each word means')
    .option('--json', 'print one JSON object: {"lang":…,"texts":…,"out":…}')
    .action(async (options: ExportOptions) =>
      done(await (await import('./language-export.ts')).languageExport(options)),
    );
  language
    .command('import <files...>')
    .description(
      'take what reviewers wrote into the files of a language; nothing is written where a line is wrong',
    )
    .option('--lang <tag>', 'the language that was reviewed', 'bm')
    .option('--reviewer <name>', 'who reviewed it, where a file does not say')
    .option('--partial', 'take the lines that are right, and leave those that are wrong')
    .option('--dry-run', 'say what would change, and write nothing')
    .option('--json', 'print one JSON object: {"lang":…,"changes":…,"problems":…}')
    .action(async (files: string[], options: ImportOptions) =>
      done(await (await import('./language-import.ts')).languageImport(files, options)),
    );
}
