import { dayOf } from '../domain/clock.ts';
import { evaluate, type Kind, readCases, type Score } from '../language/index.ts';
import { refusal } from '../domain/faults.ts';
import { EXIT } from './exit.ts';
import { readInput } from './read-input.ts';

export interface EvalOptions {
  today?: string;
  json?: boolean;
}

/** Every number to 100,000 in both languages is 16 MB. */
const MAX_BYTES = 64 * 1024 * 1024;

/** `benkan language eval FILE.csv`: how much of a set of typed messages is understood as the set says. */
export async function languageEval(file: string, options: EvalOptions): Promise<number> {
  const today = todayOf(options.today);
  const kinds = evaluate(readCases(await readInput(file, MAX_BYTES), file), today);
  if (options.json === true) process.stdout.write(`${JSON.stringify({ kinds })}\n`);
  else
    for (const [kind, score] of Object.entries(kinds) as [Kind, Score][])
      process.stdout.write(inWords(kind, score));
  return EXIT.done;
}

function todayOf(given: string | undefined): string {
  if (given === undefined) return dayOf(Date.now());
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(given) || Number.isNaN(Date.parse(given)))
    throw refusal('today_invalid', `--today "${given.slice(0, 20)}" is no day; write it as 2026-11-21.`);
  return given;
}

function inWords(kind: Kind, { n, accuracy, asked, confusions }: Score): string {
  const head = `${kind}  ${n} messages: ${(accuracy * 100).toFixed(2)} % as expected, ${asked} asked back\n`;
  return (
    head + confusions.map((one) => `  "${one.input}" is ${one.expected}, not ${one.understood}\n`).join('')
  );
}
