import path from 'node:path';
import { contestant } from '../measure/processes.mjs';
import { rowOf } from '../measure/report.mjs';
import { median, round, spread } from '../measure/statistics.mjs';

/** A run of each is about this long: long enough for the clock, short enough for the neighbours' load to stay alike. */
const RUN_SECONDS = 1;
const WORKER = path.join(import.meta.dirname, '..', 'engine', 'worker.mjs');
const CONTESTANTS = {
  ours: 'ours',
  'ours, 50 questions': 'ours-fifty',
  '@grammyjs/conversations': 'grammy-conversations',
  '@floip/flow-runner': 'floip-flow-runner',
  'JSON round trip of the state': 'json-round-trip',
};

/** P1: turns a second of CPU time, each contestant in a process of its own, one after the other in each run. */
export async function engine({ dist, runs: count, say, profile }) {
  const workers = Object.entries(CONTESTANTS).map(([name, module]) => ({
    name,
    ...contestant(WORKER, {
      args: [module, dist],
      nodeArgs: name === 'ours' && profile ? profile('P1') : [],
    }),
  }));
  try {
    for (const worker of workers) {
      await worker.ask({ ask: 'open' });
      worker.surveys = await enough(worker);
    }
    const runs = [];
    for (let run = 1; run <= count; run += 1) {
      say(`P1: run ${run} of ${count}`);
      const figures = {};
      for (const { name, ask, surveys } of workers) {
        const { turns, seconds } = await ask({ surveys });
        figures[name] = turns / seconds;
      }
      runs.push(figures);
    }
    const growth = runs.map((run) => run.ours / run['ours, 50 questions']);
    return rowOf({
      row: 'P1',
      unit: 'turns/s/core',
      runs: runs.map(({ 'ours, 50 questions': _long, ...rest }) => rest),
      more: {
        microsecondsATurn: round(median(runs.map((run) => 1e6 / run.ours))),
        fiftyQuestions: {
          ours: round(median(runs.map((run) => run['ours, 50 questions']))),
          costOfATurn: round(median(growth)),
          spread: spread(growth),
        },
      },
    });
  } finally {
    for (const worker of workers) await worker.stop();
  }
}

/** Warms up, and finds how many surveys a run needs. */
async function enough({ ask }) {
  for (let surveys = 50; ; surveys *= 4) {
    const { seconds } = await ask({ surveys });
    if (seconds > RUN_SECONDS / 2) return Math.ceil((surveys * RUN_SECONDS) / seconds);
  }
}
