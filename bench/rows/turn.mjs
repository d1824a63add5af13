import { startDatabase } from '../measure/database.mjs';
import { cpuSeconds } from '../measure/processes.mjs';
import { rowOf } from '../measure/report.mjs';
import { median, round } from '../measure/statistics.mjs';
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
    const half = median(runs.map((run) => run.ours.perSecond)) / 2;
    const paced = await entered[0].ask({ ask: 'pace', turns: TURNS, perSecond: half });
    return report(runs, paced);
  } finally {
    for (const one of entered) await one.stop();
    await commands?.close();
    await database.stop();
  }
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
      atHalfOfSaturation: {
        perSecond: round(paced.perSecond),
        p50: round(paced.p50),
        p99: round(paced.p99),
        p99overP50: round(paced.p99 / paced.p50),
      },
    },
  });
}
