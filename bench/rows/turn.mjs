import { startDatabase } from '../measure/database.mjs';
import { cpuSeconds } from '../measure/processes.mjs';
import { rowOf } from '../measure/report.mjs';
import { median, round, spread } from '../measure/statistics.mjs';
import { commandCounter } from '../turn/commands.mjs';
import { benkan, enter, PEERS } from '../turn/contestants.mjs';

const TURNS = 3000;
const WARM_UP_TURNS = 1500;

/** P2: turns a second, end to end. All contestants are up all the time; one of them has work at a time. */
export async function turn({ dist, against, runs: count, say, profile }) {
  const database = await startDatabase({ dist, say });
  const entered = [];
  let commands;
  try {
    commands = await commandCounter(database.uri('admin'));
    const ours = benkan(dist, { nodeArgs: profile ? profile('P2') : [] });
    const other =
      against === undefined ? [] : [benkan(against, { name: 'the other build', database: 'bench_other' })];
    for (const one of [ours, ...other, ...PEERS]) entered.push(await enter(one, database.uri));
    for (const one of entered) await one.ask({ ask: 'saturate', turns: WARM_UP_TURNS });
    const runs = [];
    for (let run = 1; run <= count; run += 1) {
      say(`P2: run ${run} of ${count}`);
      const figures = {};
      for (const one of entered) figures[one.name] = await measured(one, commands, database.pid);
      runs.push(figures);
    }
    return report(runs, await pacedRuns(entered, runs, say));
  } finally {
    for (const one of entered) await one.stop();
    await commands?.close();
    await database.stop();
  }
}

/**
 * As many runs at an even pace, half of what we reach at most. The peers get the same pace, or half of what they reach where
 * that is less: the tail of an echo that stores nothing is what the machine adds by itself.
 */
async function pacedRuns(entered, runs, say) {
  const reached = (name) => median(runs.map((run) => run[name].perSecond));
  const paced = [];
  for (let run = 1; run <= runs.length; run += 1) {
    say(`P2: paced run ${run} of ${runs.length}`);
    const figures = {};
    for (const { name, ask } of entered) {
      const perSecond = Math.min(reached('ours'), reached(name)) / 2;
      figures[name] = await ask({ ask: 'pace', turns: TURNS, perSecond });
    }
    paced.push(figures);
  }
  return paced;
}

async function measured(one, commands, mongod) {
  const look = async () => ({ own: one.cpu(), database: cpuOf(mongod), sent: await commands.count() });
  const before = await look();
  const figures = await one.ask({ ask: 'saturate', turns: TURNS });
  const after = await look();
  const aTurn = (what) => (after[what] - before[what]) / figures.turns;
  return {
    ...figures,
    cpuMsATurn: aTurn('own') * 1000,
    databaseCpuMsATurn: aTurn('database') * 1000,
    commandsATurn: aTurn('sent'),
  };
}

/** A database that was running before us is not ours to look at. */
const cpuOf = (mongod) => (mongod === undefined ? NaN : cpuSeconds(mongod));

/** CPU spent by a peer and its database for a turn, against ours: neighbours on the machine disturb it less than the clock. */
function cpuRatio(own, database) {
  const sum = (name) => own[name] + (database[name] ?? 0);
  const peers = Object.keys(own).filter((name) => name !== 'ours');
  return Object.fromEntries(peers.map((name) => [name, round(sum(name) / sum('ours'))]));
}

/** Medians over the paced runs, and how far their ratios lie apart. */
function tail(paced, name) {
  const of = (figure) => round(median(paced.map((run) => run[name][figure])));
  const ratios = paced.map((run) => run[name].p99 / run[name].p50);
  const figures = { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99') };
  return { ...figures, p99overP50: round(median(ratios)), spread: spread(ratios) };
}

function report(runs, paced) {
  const of = (name, figure) => round(median(runs.map((run) => run[name][figure])));
  const each = (figure) => Object.fromEntries(Object.keys(runs[0]).map((name) => [name, of(name, figure)]));
  return rowOf({
    row: 'P2',
    unit: 'turns/s',
    runs: runs.map((run) =>
      Object.fromEntries(Object.entries(run).map(([name, { perSecond }]) => [name, perSecond])),
    ),
    more: {
      databaseCommandsATurn: each('commandsATurn'),
      cpuMsATurn: each('cpuMsATurn'),
      databaseCpuMsATurn: each('databaseCpuMsATurn'),
      messagesATurn: each('messagesATurn'),
      cpuOfTurnAndDatabaseRatio: cpuRatio(each('cpuMsATurn'), each('databaseCpuMsATurn')),
      p50: each('p50'),
      p99: each('p99'),
      atHalfOfSaturation: Object.fromEntries(Object.keys(paced[0]).map((name) => [name, tail(paced, name)])),
    },
  });
}
