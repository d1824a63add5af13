import type { Command } from 'commander';

/** `benkan updates …` */
export function updatesCommands(benkan: Command, done: (code: number) => void): void {
  benkan
    .command('updates')
    .description('what was published')
    .command('match <file>')
    .description(
      'say whether a text or a picture is ours: authentic, altered with the changes, superseded, withdrawn, not-ours; FILE - reads standard input',
    )
    .option('--json', 'print one JSON object: {"kind":…,"number":…,"changes":[…]}')
    .action(async (file: string, options: { json?: boolean }) =>
      done(await (await import('./updates-match.ts')).updatesMatch(file, options)),
    );
}
