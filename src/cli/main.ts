#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import type { ServeRole } from '../app/many/roles.ts';
import { auditCommands } from './audit.ts';
import { deadLetterCommands } from './dead-letters.ts';
import { demoCommands } from './demo.ts';
import { EXIT, explain } from './exit.ts';
import type { GraphOptions } from './flows-graph.ts';
import { publishingCommands } from './flows-publishing.ts';
import type { AttestOptions } from './language-attest.ts';
import type { EvalOptions } from './language-eval.ts';
import { EVAL_HELP } from './language-eval-help.ts';
import { importCommands } from './import.ts';
import { keyCommands } from './keys.ts';
import { reviewingCommands } from './language-reviewing.ts';
import type { NewStaff } from './staff.ts';
import { updatesCommands } from './updates.ts';
import { verifyCommand } from './verify.ts';

const LANG = ['--lang <tag>', 'language to talk in: fr, bm, or a folder of LOCALES_DIR', 'fr'] as const;

process.exitCode = await main(process.argv);

/** @returns the exit code: 0 done, 1 refused with a reason, 2 wrong usage. */
async function main(argv: readonly string[]): Promise<number> {
  const outcome: { code: number } = { code: EXIT.done };
  const done = (code: number) => void (outcome.code = code);
  try {
    await program(done).parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return explain(error, (line) => process.stderr.write(`${line}\n`));
  }
  return outcome.code;
}

function program(done: (code: number) => void): Command {
  const benkan = new Command('benkan')
    .description('Scripted conversations for peace, in French and Bambara.')
    .version(version(), '-V, --version', 'say which Benkan this is')
    .exitOverride()
    .showHelpAfterError('(add --help to see how it is used)');

  benkan
    .command('serve')
    .description('start the bot: web chat, staff site, channels (settings: .env.example)')
    .addOption(
      new Option('--role <role>', 'with several processes (MONGODB_URI and REDIS_URL): what this one is for')
        .choices(['all', 'web', 'worker', 'whatsapp-web'])
        .default('all'),
    )
    // What a command needs is loaded when it is asked for: --help starts without the house.
    .action(async ({ role }: { role: ServeRole }) =>
      done(await (await import('./serve.ts')).serveCommand(process.env, role)),
    );

  const flows = benkan.command('flows').description('work on the flow files of FLOWS_DIR');
  flows
    .command('check')
    .description('check every flow and every text; each finding has file, line, step and what to do')
    .option('--json', 'print one JSON object: {"flows":…,"findings":[…]}')
    .action(async (options: { json?: boolean }) =>
      done((await import('./flows-check.ts')).flowsCheck(options)),
    );
  flows
    .command('new <flow>')
    .description('write a flow to begin with, its texts in every language and its test; FLOW is its id')
    .action(async (flow: string) => done((await import('./flows-new.ts')).flowsNew(flow)));
  flows
    .command('test [flow]')
    .description(
      'play the transcripts of a flow, or of all, and list the steps and branches none of them reaches',
    )
    .option('--json', 'print one JSON object: {"flows":…}')
    .option('--mutate', 'put faults into the flow, one at a time, and list those no transcript notices')
    .action(async (flow: string | undefined, options: { json?: boolean; mutate?: boolean }) =>
      done(await (await import('./flows-test.ts')).flowsTest(flow, options)),
    );

  flows
    .command('graph [flow]')
    .description(
      'draw the map of a flow, or of all flows into a folder; FLOW is an id or the path of a YAML file',
    )
    .option('--format <format>', 'mermaid or svg', 'mermaid')
    .option('--lang <tag>', 'language of the words on it: fr, bm, or a folder of LOCALES_DIR', 'fr')
    .option('--out <path>', 'the file; for all flows, the folder')
    .action(async (flow: string | undefined, options: GraphOptions) =>
      done(await (await import('./flows-graph.ts')).flowsGraph(flow, options)),
    );

  publishingCommands(flows, done);

  benkan
    .command('play <flow>')
    .description('talk with a flow in the terminal; FLOW is an id or the path of a YAML file')
    .option(...LANG)
    .option('--repro', 'afterwards print the talk as a test case for the flow')
    .action(async (flow: string, options: { lang: string; repro?: boolean }) =>
      done(await (await import('./play.ts')).play(flow, options)),
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
      done(await (await import('./simulate.ts')).simulate(flow, options)),
    );

  keyCommands(benkan, done);

  const language = benkan.command('language').description('work on the texts of LOCALES_DIR');
  language
    .command('status')
    .description('count the texts of each language: sourced, kept in French, missing, to review')
    .option('--json', 'print one JSON object: {"languages":[…]}')
    .action(async (options: { json?: boolean }) =>
      done((await import('./language-status.ts')).languageStatus(options)),
    );
  language
    .command('attest <lang>')
    .description('look up every word of a language in the glossary and the parallel sentences')
    .requiredOption('--glossary <file>', 'CSV with the columns bambara and confidence')
    .requiredOption('--parallel <file>', 'CSV with the column bambara')
    .option('--write', 'keep what was found: attested.csv and review.csv in the folder of the language')
    .option('--json', 'print one JSON object: {"lang":…,"words":…,"unattested":[…]}')
    .action(async (lang: string, options: AttestOptions) =>
      done(await (await import('./language-attest.ts')).languageAttest(lang, options)),
    );
  language
    .command('eval <file>')
    .description(
      'read a set of typed messages (CSV: kind,input,expected,lang) and list what is understood otherwise',
    )
    .option('--today <day>', 'the day dates are typed on, as 2026-11-21 (default: today)')
    .option('--json', 'print one JSON object: {"kinds":{"intent":{"n":…,"accuracy":…,"confusions":[…]},…}}')
    .addHelpText('after', EVAL_HELP)
    .action(async (file: string, options: EvalOptions) =>
      done(await (await import('./language-eval.ts')).languageEval(file, options)),
    );

  reviewingCommands(language, done);

  importCommands(benkan, done);

  const staff = benkan.command('staff').description('accounts of the staff site');
  staff
    .command('create')
    .description('make an account; password and second factor are shown once')
    .requiredOption('--email <address>', 'who signs in')
    .requiredOption('--role <role>', 'admin, editor, verifier, organiser, analyst, coordinator or viewer')
    .requiredOption('--org <organisation>', 'the organisation it belongs to: a-z, 0-9 and -')
    .option('--name <name>', 'as colleagues see it')
    .option('--regions <regions>', 'of a coordinator: slugs with commas between, as gao,mopti')
    .option('--json', 'print one JSON object: {"url":…,"password":…,"totpSecret":…}')
    .action(async (options: NewStaff) => done(await (await import('./staff.ts')).staffCreate(options)));
  staff
    .command('reset')
    .description('new password and second factor for an account; its security keys and sessions end')
    .requiredOption('--email <address>', 'whose account')
    .option('--json', 'print one JSON object: {"url":…,"password":…,"totpSecret":…}')
    .action(async (options: { email: string; json?: boolean }) =>
      done(await (await import('./staff.ts')).staffReset(options)),
    );

  demoCommands(benkan, done);
  auditCommands(benkan, done);
  updatesCommands(benkan, done);
  verifyCommand(benkan, done);
  deadLetterCommands(benkan, done);
  return benkan;
}

/** Two folders up from the sources as from what is built of them. */
function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
