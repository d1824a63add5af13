import type { Command } from 'commander';
import type { PublishOptions } from './flows-publish.ts';

/** `benkan flows publish`, `benkan flows back` and `benkan flows versions`. */
export function publishingCommands(flows: Command, done: (code: number) => void): void {
  flows
    .command('publish [flows...]')
    .description(
      'publish the flow files, all or some; says what becomes of running talks. A Benkan that runs takes them over at once',
    )
    .option('--dry-run', 'say it, and publish nothing')
    .option('--by <name>', 'who publishes, as colleagues will see it', 'command')
    .option('--why <words>', 'why, for colleagues who read the history')
    .option('--json', 'print one JSON object: {"edition":…,"changes":[…]}')
    .action(async (some: string[], options: PublishOptions) =>
      done(await (await import('./flows-publish.ts')).flowsPublish(process.env, some, options)),
    );
  flows
    .command('back <edition>')
    .description('publish again what an earlier edition held; says what becomes of running talks')
    .option('--dry-run', 'say it, and publish nothing')
    .option('--by <name>', 'who goes back, as colleagues will see it', 'command')
    .option('--why <words>', 'why, for colleagues who read the history')
    .option('--json', 'print one JSON object: {"edition":…,"changes":[…]}')
    .action(async (edition: string, options: PublishOptions) =>
      done(await (await import('./flows-publish.ts')).flowsBack(process.env, edition, options)),
    );
  flows
    .command('versions [flow]')
    .description(
      'list the versions of every flow, or of one: draft, published or archived, and who runs them',
    )
    .option('--json', 'print one JSON object: {"versions":[…]}')
    .action(async (flow: string | undefined, options: { json?: boolean }) =>
      done(await (await import('./flows-publish.ts')).flowsVersions(process.env, flow, options)),
    );
}
