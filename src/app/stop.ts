import type { Server } from 'node:http';
import type { Connection } from '../store/connection.ts';
import type { Ticks } from '../schedule/ticks.ts';
import type { Embedded } from '../store/embedded/index.ts';
import type { House } from './compose.ts';
import type { OpenFlows } from './flows/open-flows.ts';
import type { Readiness } from './health.ts';
import { errorFields, type Logger } from './logs.ts';
import type { Shared } from './many/shared.ts';

/** A step that takes longer is left behind: its work is in the database and is taken over (T31: 10 s in all). */
const STEP_MS = 3000;
/** All steps before the embedded database's own, which must not be left running behind us. */
const WORK_MS = 6000;
const MONGOD_MS = 9000;

export interface Running {
  readiness: Readiness | undefined;
  servers: readonly Server[];
  house?: House;
  ticks?: Ticks;
  flows?: OpenFlows;
  shared?: Shared;
  connection?: Connection;
  embedded?: Embedded;
  log: Logger;
}

/** Nothing new comes in, what is in hand is finished, then what it stood on goes. */
export async function stopInOrder({
  readiness,
  servers,
  house,
  ticks,
  flows,
  shared,
  connection,
  embedded,
  log,
}: Running): Promise<void> {
  const until = performance.now() + WORK_MS;
  const left = (): number => Math.max(0, Math.min(STEP_MS, until - performance.now()));
  const step = async (name: string, work: Promise<unknown> | undefined, ms = left()): Promise<void> => {
    const late = new Promise<void>((resolve) => {
      setTimeout(resolve, ms).unref();
    });
    await Promise.race([work, late]).catch((cause: unknown) =>
      log.warn({ what: name, ...errorFields(cause) }, 'stop'),
    );
  };
  readiness?.close();
  // Together: the tick of due-dates ends when these do.
  await step('ticks', Promise.all([house?.dues.stop(), ticks?.stop()]));
  if (house !== undefined) {
    house.staff.live?.stop();
    await step('capabilities', Promise.all(house.capabilities.map(async (one) => one.stop?.())));
    await step('channels', Promise.all(house.channels.map(async (channel) => channel.stop?.())));
    await step('messages', house.reception.idle());
    await step('effects', house.effects.idle());
    house.departures?.stop();
    await step('outbox', house.outbox.stop());
    await step('departures', house.departures?.close());
    await step('traffic', house.traffic.flush());
    await step('clearing', house.conversations.idle());
    await step('connections', Promise.all(house.channels.map(async (channel) => channel.close?.())));
  }
  await step('flows', flows?.close());
  await step('redis', shared?.close());
  await step('doors', Promise.all(servers.map(close)));
  await step('database', connection?.close());
  await step('mongod', embedded?.stop(), MONGOD_MS);
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
