import type { Command } from 'commander';
import type { ImportOptions } from './import-contacts.ts';

/** `benkan import …` */
export function importCommands(benkan: Command, done: (code: number) => void): void {
  benkan
    .command('import')
    .description('lists that are brought in')
    .command('contacts <file>')
    .description('check a list of contacts, CSV or XLSX, row by row; nobody is written down (B12)')
    .option('--dry-run', 'check it; people are brought in on the staff site, by an administrator')
    .option(
      '--errors <path>',
      'write the refused rows there as CSV: row, column, reason; no number of anybody',
    )
    .option('--json', 'print one JSON object: {"rows":…,"good":…,"refused":{…},"errors":[…]}')
    .action(async (file: string, options: ImportOptions) =>
      done(await (await import('./import-contacts.ts')).importContacts(file, options)),
    );
}
