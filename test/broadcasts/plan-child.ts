// A process that counts audiences and plans one broadcast, and tells how its heap stands. Bundled and started by children.ts.
import { follow } from '../../src/capabilities/audiences/count/follow-store.ts';
import { keptColumns } from '../../src/capabilities/audiences/count/kept-columns.ts';
import { openAudiences } from '../../src/capabilities/audiences/desk.ts';
import { pageReader } from '../../src/capabilities/audiences/members/reading-store.ts';
import { EVERYBODY } from '../../src/capabilities/audiences/model/audience.ts';
import { sendingCollections } from '../../src/capabilities/broadcasts/plan/collections.ts';
import { plan } from '../../src/capabilities/broadcasts/plan/plan.ts';
import { recipientsStore } from '../../src/capabilities/broadcasts/plan/recipients-store.ts';
import { runsStore } from '../../src/capabilities/broadcasts/plan/runs-store.ts';
import { figuresStore } from '../../src/capabilities/broadcasts/report/figures-store.ts';
import { openCollections } from '../../src/store/collections.ts';
import { connect } from '../../src/store/connection.ts';
import { EXPRESSIONS } from '../audiences/expressions.ts';
import { testKeyring } from '../universe/keyring.ts';
import { realClock } from '../universe/time.ts';

/** What it tells, a line each. */
export type Told =
  | { what: 'heap'; atMs: number; planned: number; heapMb: number; rssMb: number }
  | { what: 'counted'; expression: string; matched: number; ms: number }
  | { what: 'planned'; of: number; ms: number; runs: number };

const LOOK_MS = 1000;
const TIMES = 4;
const MB = 1024 * 1024;
const tell = (told: Told): void => void process.stdout.write(`${JSON.stringify(told)}\n`);

const connection = await connect(process.argv[2] ?? '');
const db = connection.getClient().db(connection.name);
const { fingerprint, sealer } = testKeyring();
const rules = { windowed: [], waiting: [] };
const columns = keptColumns(() => follow(db));
// Not the whole capability: its pages read files that lie beside the sources.
const audiences = openAudiences({
  ...{ columns, readPage: pageReader(db), rules, sealer, clock: realClock, smallest: 5 },
  nameOf: (_field, value) => value,
});
await openCollections(
  db,
  sendingCollections(async () => 0),
);
const [recipients, runs, figures] = [recipientsStore(db), runsStore(db), figuresStore(db)];

let planned = 0;
const began = performance.now();
const look = setInterval(() => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const atMs = Math.round(performance.now() - began);
  tell({ what: 'heap', atMs, planned, heapMb: heapUsed / MB, rssMb: rss / MB });
}, LOOK_MS);
const broadcast = { id: 'million', audience: EVERYBODY, scope: {} };
let turns = 0;
for (let answer = ''; answer !== 'planned'; turns += 1)
  answer = await plan(
    {
      ...{ audiences, runs, figures, fingerprint, clock: realClock, stopping: () => false },
      recipients: {
        ...recipients,
        async plan(ids, members) {
          await recipients.plan(ids, members);
          planned += members.length;
        },
      },
    },
    broadcast,
    null,
  );
tell({
  what: 'planned',
  of: (await runs.find('million'))?.of ?? 0,
  ms: performance.now() - began,
  runs: turns,
});
clearInterval(look);

// The first one reads the columns, which is no count.
await audiences.count(EVERYBODY, {});
for (const [expression, of] of EXPRESSIONS)
  for (let time = 0; time < TIMES; time += 1) {
    const from = performance.now();
    const { matched } = await audiences.count(of, {});
    tell({ what: 'counted', expression, matched, ms: performance.now() - from });
  }
await columns.stop();
await connection.close();
