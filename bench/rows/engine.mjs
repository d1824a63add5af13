import path from 'node:path';
import { contestant } from '../measure/processes.mjs';
import { rowOf } from '../measure/report.mjs';
import { median, round, spread } from '../measure/statistics.mjs';

/** A run of each is about this long: long enough for the clock, short enough for the neighbours' load to stay alike. */
const RUN_SECONDS = 1;
const WORKER = path.join(import.meta.dirname, '..', 'engine', 'worker.mjs');
const CONTESTANTS = {
  ours: 'ours',
  'ours, no words made': 'ours-alone',
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
    return report(runs);
  } finally {
    for (const worker of workers) await worker.stop();
  }
}

function report(runs) {
  const growth = runs.map((run) => run.ours / run['ours, 50 questions']);
  const of = (name) => round(median(runs.map((run) => run[name])));
  const microseconds = (name) => round(1e6 / of(name));
  return rowOf({
    row: 'P1',
    unit: 'turns/s/core',
    runs: runs.map(({ 'ours, 50 questions': _long, 'ours, no words made': _alone, ...rest }) => rest),
    more: {
      microsecondsATurn: microseconds('ours'),
      noWordsMade: {
        ours: of('ours, no words made'),
        microsecondsATurn: microseconds('ours, no words made'),
      },
      fiftyQuestions: {
        ours: of('ours, 50 questions'),
        costOfATurn: round(median(growth)),
        spread: spread(growth),
      },
    },
  });
}

/** Warms up, and finds how many surveys a run needs. */
async function enough({ ask }) {
  for (let surveys = 50; ; surveys *= 4) {
    const { seconds } = await ask({ surveys });
    if (seconds > RUN_SECONDS / 2) return Math.ceil((surveys * RUN_SECONDS) / seconds);
  }
}
