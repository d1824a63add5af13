#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { EXIT, explain } from './exit.ts';
import { flowsCheck } from './flows-check.ts';
import { play } from './play.ts';
import { simulate } from './simulate.ts';

const LANG = ['--lang <tag>', 'language to talk in: fr, bm, or a folder of LOCALES_DIR', 'fr'] as const;

process.exitCode = await main(process.argv);

/** @returns the exit code: 0 done, 1 refused with a reason, 2 wrong usage. */
async function main(argv: readonly string[]): Promise<number> {
  const outcome: { code: number } = { code: EXIT.done };
  const done = (code: number) => void (outcome.code = code);
  try {
    await program(done).parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError)
      return error.code.startsWith('commander.help') && asked(argv) ? EXIT.done : usage(error);
    return explain(error, (line) => process.stderr.write(`${line}\n`));
  }
  return outcome.code;
}

function program(done: (code: number) => void): Command {
  const benkan = new Command('benkan')
    .description('Scripted conversations for peace, in French and Bambara.')
    .exitOverride()
    .showHelpAfterError('(add --help to see how it is used)');

  benkan
    .command('serve')
    .description('start the bot: web chat, staff site, channels (settings: .env.example)')
    // Loaded when asked for: the other commands start without the house.
    .action(async () => done(await (await import('./serve.ts')).serveCommand(process.env)));

  const flows = benkan.command('flows').description('work on the flow files of FLOWS_DIR');
  flows
    .command('check')
    .description('check every flow and every text; each finding has file, line, step and what to do')
    .option('--json', 'print one JSON object: {"flows":…,"findings":[…]}')
    .action((options: { json?: boolean }) => done(flowsCheck(options)));

  benkan
    .command('play <flow>')
    .description('talk with a flow in the terminal; FLOW is an id or the path of a YAML file')
    .option(...LANG)
    .option('--repro', 'afterwards print the talk as a test case for the flow')
    .action(async (flow: string, options: { lang: string; repro?: boolean }) =>
      done(await play(flow, options)),
    );

  benkan
    .command('simulate <flow>')
    .description('play a script against a flow; FLOW is an id or the path of a YAML file')
    .option(...LANG)
    .requiredOption(
      '--script <file>',
      'JSON lines: {"say"}, {"tap"}, {"send"}, {"wait"}; - reads standard input',
    )
    .option('--json', 'JSON lines on standard output (always so)')
    .action(async (flow: string, options: { lang: string; script: string }) =>
      done(await simulate(flow, options)),
    );

  return benkan;
}

const asked = (argv: readonly string[]): boolean =>
  argv.some((word) => ['help', '--help', '-h'].includes(word));

function usage(error: CommanderError): number {
  return error.exitCode === 0 ? EXIT.done : EXIT.usage;
}
