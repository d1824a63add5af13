import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDatabase } from '../measure/database.mjs';
import { cpuSeconds, freePort, program, residentMegabytes } from '../measure/processes.mjs';
import { rowOf } from '../measure/report.mjs';
import { median, round } from '../measure/statistics.mjs';

const READY_WITHIN_MS = 60_000;
const LOOK_WITHIN_MS = 2000;
const LOOK_EVERY_MS = 10;
/** What a start leaves over to do is done by then; after it the process is idle. */
const SETTLED_AFTER_MS = 3000;
const IDLE_FOR_MS = 5000;
const PEER = 'Express + mongoose';
const PEER_SCRIPT = path.join(import.meta.dirname, '..', 'start', 'express-mongoose.mjs');

/** P7: from the command to `/readyz`, with a database there and with our own; memory; what it costs to do nothing. */
export async function start({ dist, runs: count, say, profile }) {
  const database = await startDatabase({ dist, say });
  const benkan = [...(profile ? profile('P7') : []), path.join(dist, 'cli', 'main.js'), 'serve'];
  try {
    const runs = [];
    for (let run = 1; run <= count; run += 1) {
      say(`P7: run ${run} of ${count}`);
      const uri = database.uri(`bench_start_${run}`);
      runs.push({
        ours: await started(benkan, { MONGODB_URI: uri }),
        [PEER]: await started([PEER_SCRIPT], { MONGODB_URI: uri }),
        embedded: await started(benkan, { MONGODB_URI: '' }),
      });
    }
    return report(runs);
  } finally {
    await database.stop();
  }
}

/** A start in an empty folder. */
async function started(args, env) {
  const cwd = await mkdtemp(path.join(tmpdir(), 'benkan-bench-'));
  const port = await freePort();
  const begun = performance.now();
  const process = program(args, {
    cwd,
    env: { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: 'data', LOG_LEVEL: 'warn', ...env },
  });
  try {
    await ready(process, `http://127.0.0.1:${port}/readyz`);
    const milliseconds = performance.now() - begun;
    await pause(SETTLED_AFTER_MS);
    const before = cpuSeconds(process.pid);
    await pause(IDLE_FOR_MS);
    const idle = ((cpuSeconds(process.pid) - before) * 1000) / IDLE_FOR_MS;
    return { milliseconds, megabytes: residentMegabytes(process.pid), idlePercent: idle * 100 };
  } finally {
    await process.stop();
    await rm(cwd, { recursive: true, force: true });
  }
}

async function ready(process, url) {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until && !process.exited()) {
    try {
      if ((await fetch(url, { signal: AbortSignal.timeout(LOOK_WITHIN_MS) })).status === 200) return;
    } catch {
      // Not listening yet.
    }
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`${url} was not ready`);
}

function report(runs) {
  const of = (name, figure) => round(median(runs.map((run) => run[name][figure])));
  const both = (figure) => ({ ours: of('ours', figure), [PEER]: of(PEER, figure) });
  return rowOf({
    row: 'P7',
    unit: 'ms to ready, with a database there',
    better: 'lower',
    runs: runs.map((run) => ({ ours: run.ours.milliseconds, [PEER]: run[PEER].milliseconds })),
    more: {
      embeddedMs: of('embedded', 'milliseconds'),
      residentMegabytes: both('megabytes'),
      idleCpuPercent: both('idlePercent'),
    },
  });
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
