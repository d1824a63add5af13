import type { Due, DueDates, DueKind, DueQueue, HeldDue } from '../../src/schedule/due-dates.ts';
import { type DueRunner, type DueRunnerParts, dueRunner } from '../../src/schedule/due-runner.ts';
import { openCollections } from '../../src/store/collections.ts';
import { connect } from '../../src/store/connection.ts';
import { DUE_COLLECTIONS, DueDateStore } from '../../src/store/due-dates.ts';
import type { Clock } from '../../src/domain/clock.ts';
import { testDatabase } from '../mongo/database.ts';
import { testKeyring } from '../universe/keyring.ts';
import { realChance } from '../universe/time.ts';
import { MemoryDueDates } from './memory-due-dates.ts';

export const LEASE_MS = 10_000;
export type DueStore = DueDates & DueQueue;

export interface DueWorld {
  store: DueStore;
  /** The same due-dates as another process sees them. */
  another(): Promise<DueStore>;
  close(): Promise<void>;
}

export const ADAPTERS: Record<string, () => Promise<DueWorld>> = {
  memory: memoryWorld,
  mongodb: mongoWorld,
};

async function memoryWorld(): Promise<DueWorld> {
  const store = new MemoryDueDates();
  return { store, another: async () => store, close: async () => undefined };
}

async function mongoWorld(): Promise<DueWorld> {
  const database = await dueDatabase();
  return {
    store: database.store(),
    another: () => database.another(),
    close: () => database.close(),
  };
}

/** A database of its own, and due-date stores on connections of their own. */
export async function dueDatabase() {
  const database = await testDatabase();
  const keyring = testKeyring();
  const connections = [await connect(database.uri)];
  const connection = connections[0]!;
  await openCollections(connection.db!, DUE_COLLECTIONS);
  return {
    connection,
    keyring,
    store: (on = connection) => new DueDateStore(on, keyring, realChance),
    async another() {
      const own = await connect(database.uri);
      connections.push(own);
      return new DueDateStore(own, keyring, realChance);
    },
    async close() {
      await database.drop();
      await Promise.all(connections.map((one) => one.close()));
    },
  };
}

export const buildDue = (due: Partial<Due> & { at: number }): Due => ({
  kind: 'remind',
  id: 'a',
  params: {},
  ...due,
});

/** A kind that notes what it was given and answers what `answer` says. */
export function recording(
  answer: (due: Due, now: number) => ReturnType<DueKind['run']> = async () => undefined,
) {
  const runs: string[] = [];
  const kind: DueKind = {
    kind: 'remind',
    async run(due, now) {
      runs.push(`${due.id}@${due.at}`);
      return answer(due, now);
    },
  };
  return { kind, runs };
}

/** A runner whose `all` begins what is due and waits for its end. */
export function buildRunner<Held extends HeldDue>(
  parts: Pick<DueRunnerParts<Held>, 'store' | 'kinds'> & Partial<DueRunnerParts<Held>> & { clock: Clock },
): DueRunner & { all(): Promise<void>; reported: string[] } {
  const reported: string[] = [];
  const runner = dueRunner({
    leaseMs: LEASE_MS,
    report: (...said) => reported.push(said.filter((word) => word !== undefined).join(' ')),
    ...parts,
  });
  return {
    ...runner,
    reported,
    async all() {
      await runner.run();
      await runner.idle();
    },
  };
}
