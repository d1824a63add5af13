import { EXIT } from '../../exit.ts';
import { progressBar } from '../../progress.ts';
import type { LoadedFlows } from '../../../app/load-flows.ts';
import { type MutationRun, mutationRun } from './mutation-run.ts';

/**
 * `benkan flows test --mutate`: puts faults into flows and says which of them no transcript notices.
 * @returns 1 when there is one.
 */
export async function mutate(loaded: LoadedFlows, ids: readonly string[], json: boolean): Promise<number> {
  const runs: MutationRun[] = [];
  for (const id of ids) runs.push(await shown(loaded, id));
  process.stdout.write(json ? `${JSON.stringify({ flows: runs })}\n` : inWords(runs));
  return runs.every(({ unnoticed }) => unnoticed.length === 0) ? EXIT.done : EXIT.refused;
}

async function shown(loaded: LoadedFlows, id: string): Promise<MutationRun> {
  const { isTTY } = process.stderr;
  const bar = progressBar(id, { isTTY, write: (text) => process.stderr.write(text) });
  const run = await mutationRun(loaded, id, { done: (count, of) => bar.show(count, of) });
  bar.end();
  return run;
}

function inWords(runs: readonly MutationRun[]): string {
  const sum = (count: (run: MutationRun) => number): number =>
    runs.reduce((total, run) => total + count(run), 0);
  const noticed = sum((run) => run.noticed);
  const unnoticed = sum((run) => run.unnoticed.length);
  return [...runs.flatMap(linesOf), `${noticed} noticed, ${unnoticed} not noticed`, ''].join('\n');
}

function linesOf({ flow, noticed, refused, none, unnoticed }: MutationRun): string[] {
  const all = noticed + refused + none.length + unnoticed.length;
  return [
    `${flow}: ${all} faults put in: ${noticed} noticed by a transcript, ${refused} refused before they run, ` +
      `${none.length} without effect, ${unnoticed.length} not noticed`,
    ...none.map(({ what, why }) => `  without effect: ${what} (${why})`),
    ...unnoticed.map(({ what, line }) => `  not noticed: ${what} (line ${line})`),
  ];
}
