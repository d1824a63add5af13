import { type Command, InvalidArgumentError } from 'commander';
import type { Work } from '../capabilities/demo/index.ts';
// Not through its index: --help starts without the house.
import { DEFAULT_PEOPLE, DEFAULT_SEED, MAX_PEOPLE } from '../capabilities/demo/sizes.ts';
import { EXIT } from './exit.ts';

interface LoadOptions {
  people: number;
  seed: number;
  org: string;
  yesThisIsNotLive?: boolean;
  json?: boolean;
}

/** How often the progress is looked at, milliseconds. */
const LOOK_EVERY_MS = 500;

/** `benkan demo …` */
export function demoCommands(benkan: Command, done: (code: number) => void): void {
  const demo = benkan
    .command('demo')
    .description('an invented campaign of three months, so that every staff page is worth looking at');
  demo
    .command('load')
    .description('invented people talk, answer and sign up; nothing is sent to anybody')
    .option('--people <n>', `how many, 1 to ${MAX_PEOPLE}`, wholeNumber(1, MAX_PEOPLE), DEFAULT_PEOPLE)
    .option('--seed <n>', 'another number invents other people', wholeNumber(0, 2 ** 32 - 1), DEFAULT_SEED)
    .option('--org <organisation>', 'whose staff see the invented activities and news', 'benkan')
    .option('--yes-this-is-not-live', 'load in production, or beside real people, all the same')
    .option('--json', 'print one JSON object: {"people":…,"seed":…,"ms":…}')
    .action(async (options: LoadOptions) => done(await demoLoad(options)));
  demo
    .command('clear')
    .description('remove all of the invented campaign, and nothing else')
    .option('--json', 'print one JSON object: {"cleared":…,"ms":…}')
    .action(async (options: { json?: boolean }) => done(await demoClear(options)));
}

async function demoLoad({ people, seed, org, yesThisIsNotLive, json }: LoadOptions): Promise<number> {
  const order = { people, seed, org, notLive: yesThisIsNotLive === true };
  const { withDemo } = await import('./with-demo.ts');
  const ms = await withDemo(process.env, async ({ campaign, record }, signal) => {
    await campaign.checkLoad(order);
    await record('demo.loaded', { people, seed });
    return followed('Loading', campaign, await campaign.load(order, signal));
  });
  print(json, { people, seed, ms }, `Loaded: ${people} invented people. \`benkan demo clear\` removes them.`);
  return EXIT.done;
}

async function demoClear({ json }: { json?: boolean }): Promise<number> {
  const { withDemo } = await import('./with-demo.ts');
  const ms = await withDemo(process.env, async ({ campaign, record }, signal) => {
    const work = await campaign.clear(signal);
    if (work === null) return null;
    await record('demo.cleared', {});
    return followed('Clearing', campaign, work);
  });
  const cleared = ms !== null;
  print(json, { cleared, ms: ms ?? 0 }, cleared ? 'Cleared.' : 'No demo campaign is loaded.');
  return EXIT.done;
}

type Looked = { look(): Promise<{ record: { done: number; total: number } | null }> };

/** Shows how far it is until it has ended; answers with how long that took, milliseconds. */
async function followed(name: string, campaign: Looked, { ended }: Work): Promise<number> {
  const { progressBar } = await import('./progress.ts');
  const bar = progressBar(name, {
    isTTY: process.stderr.isTTY,
    write: (text) => process.stderr.write(text),
  });
  const begin = performance.now();
  const timer = setInterval(() => {
    campaign.look().then(
      ({ record }) => record !== null && bar.show(record.done, record.total),
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  try {
    await ended;
    return Math.round(performance.now() - begin);
  } finally {
    clearInterval(timer);
    bar.end();
  }
}

function print(json: boolean | undefined, found: object, words: string): void {
  process.stdout.write(json === true ? `${JSON.stringify(found)}\n` : `${words}\n`);
}

const wholeNumber =
  (low: number, high: number) =>
  (text: string): number => {
    const read = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (read >= low && read <= high) return read;
    throw new InvalidArgumentError(`Expected a whole number from ${low} to ${high}, e.g. ${DEFAULT_PEOPLE}.`);
  };
