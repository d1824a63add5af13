import type { Server } from 'node:http';
import path from 'node:path';
import express from 'express';
import type { Connection } from '../store/connection.ts';
import type { Chance, Clock } from '../domain/clock.ts';
import { Fault, refusal } from '../domain/faults.ts';
import { startTicks, type Ticks } from '../schedule/ticks.ts';
import { answers, connect } from '../store/connection.ts';
import { isOutage } from '../store/durable.ts';
import { defaultCacheDir, type Embedded, startEmbedded } from '../store/embedded/index.ts';
import { drawnBytes } from '../store/keys/drawn.ts';
import { prepareStore } from '../store/prepare.ts';
import { ensureSetupLink, type StaffParts } from '../web/staff/index.ts';
import { compose, type House } from './compose.ts';
import { watchDelivery } from './delivery-metrics.ts';
import { type Readiness, watchReadiness } from './health.ts';
import { openKeyring } from './keys-file.ts';
import { listen } from './listen.ts';
import { type OpenFlows, openFlows } from './flows/open-flows.ts';
import { toldOf } from './flows/told.ts';
import { loadFlows } from './load-flows.ts';
import { errorFields, type Logger, logger } from './logs.ts';
import { type Metrics, metrics as newMetrics } from './metrics.ts';
import { metricsDoor } from './metrics-door.ts';
import { OFFERED } from './offers.ts';
import { PARTS, type ServeRole, settingsFor } from './many/roles.ts';
import { openShared, type Shared } from './many/shared.ts';
import { REDIS_AWAY, redisWatch, SLOWER, watchSharing } from './many/watch.ts';
import { ticksOfAll, ticksOfWork } from './serve-ticks.ts';
import type { Settings } from './settings.ts';
import { site } from './site.ts';
import { stopInOrder } from './stop.ts';

/** How long a process is believed to work on what it committed; longer makes recovery slower, shorter risks doubles. */
const LEASE_MS = 10_000;
const RECONNECT_MS = 1000;

export interface Serving {
  url: string;
  house: House;
  /** Stops in order, within 10 s (T31). */
  stop(): Promise<void>;
}

export interface ServeHow {
  settings: Settings;
  /** Folders of PATH, for finding a mongod. */
  pathFolders: readonly string[];
  /** Lines for the person who started it. */
  say: (line: string) => void;
  /** Resolves when the start is to be given up: it may wait for a database that never comes. */
  untilStopped?: Promise<void>;
  clock?: Clock;
  chance?: Chance;
  /** What this process is for, of several. */
  role?: ServeRole;
  /** Folder with the bundled script of the chat page, where it is not the build's own. */
  chatAssets?: string;
}

/**
 * Starts Benkan: the site first (alive, not ready), then the database, then the channels.
 * @throws Fault with one line that says what to do
 */
export async function serve({
  settings: given,
  role = 'all',
  pathFolders,
  say,
  untilStopped = NEVER,
  clock = { now: () => Date.now() },
  chance = { token: (bytes) => drawnBytes(bytes).toString('base64url') },
  chatAssets,
}: ServeHow): Promise<Serving | undefined> {
  const settings = settingsFor(role, given);
  const part = PARTS[role];
  const log = logger(settings.LOG_LEVEL);
  const metrics = newMetrics();
  const loaded = loadFlows({ flowsDir: settings.FLOWS_DIR, localesDir: settings.LOCALES_DIR });
  const findings = loaded.findings;
  if (findings.length > 0) {
    const [first] = findings;
    throw refusal(
      'flows_broken',
      `${first?.file ?? 'flows'}:${first?.line ?? 0}: ${first?.message ?? ''} (${findings.length} in all; \`benkan flows check\` lists them)`,
    );
  }
  const keyring = await openKeyring({
    file: settings.KEY_FILE ?? path.join(settings.DATA_DIR, 'keyring.json'),
    environment: settings.NODE_ENV,
    epoch: new Date(clock.now()).toISOString().slice(0, 7),
  });

  let readiness: Readiness | undefined;
  const open: {
    embedded?: Embedded;
    connection?: Connection;
    flows?: OpenFlows;
    shared?: Shared;
    house?: House;
    ticks?: Ticks;
  } = {};
  const place = site(settings, metrics, () => readiness?.is() === true, {
    chatAssets,
    slower: () => (open.shared?.up === false ? SLOWER : ''),
  });
  const { server, port } = await listen(place.app, {
    setting: 'PORT',
    port: settings.PORT,
    host: settings.HOST,
  });
  const servers = [server];
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${port}`;

  const stop = (): Promise<void> => stopInOrder({ ...open, readiness, servers, log });
  try {
    if (settings.METRICS_PORT !== undefined)
      servers.push(await listenMetrics(settings, metrics, settings.METRICS_PORT));
    let uri = settings.MONGODB_URI;
    if (uri === undefined) {
      open.embedded = await embedded(settings, pathFolders, say, log);
      uri = open.embedded.uri;
    }
    const connection = await connectAtLast(
      uri,
      settings.MONGODB_URI === undefined ? 'benkan' : undefined,
      log,
      untilStopped,
    );
    if (connection === undefined) {
      await stop();
      return undefined;
    }
    open.connection = connection;
    await prepareStore(connection, keyring);
    const flows = await openFlows({
      ...{ loaded, connection, keyring, clock, chance, known: OFFERED, publishing: settings.FLOWS_PUBLISH },
      told: (what) => say(toldOf(what)),
      report: (edition, fault) =>
        log.warn({ what: `edition ${edition}`, code: fault }, 'flows not taken over'),
    });
    open.flows = flows;
    const { REDIS_URL: url } = settings;
    if (url !== undefined) {
      const shared = openShared({ url, keyring, chance, clock, turned: redisWatch(log) });
      if (!(await shared.looked())) say(REDIS_AWAY);
      open.shared = shared;
    }
    const { shared } = open;
    const house = await compose({
      ...(shared && { shared }),
      settings,
      connection,
      keyring,
      flows: flows.flows,
      log,
      metrics,
      clock,
      chance,
      publicUrl,
      say,
      leaseMs: LEASE_MS,
    });
    open.house = house;
    watchDelivery(metrics, house);
    watchSharing(metrics, house, shared);
    await house.delivery.ceiling.look();
    const { staff } = house;
    if (part.doors) place.open(house, staff);
    // Not before the doors are open: who is told "ready" brings messages at once. Telegram may be long in answering.
    readiness = watchReadiness((ms) => answers(connection, ms), metrics);
    if (part.receives) for (const channel of house.channels) await channel.start?.(house.reception.receive);
    shared?.whenUp(() => {
      if (part.sends) house.departures?.begin();
      if (part.jobs) house.dues.begin?.();
    });
    await shared?.processes.show();
    const ticked = { house, flows, shared, metrics, log, clock };
    open.ticks = startTicks(
      [...ticksOfAll(ticked), ...(part.jobs ? ticksOfWork(ticked) : [])],
      settings.TZ_CAMPAIGN,
      (name, cause) => log.warn({ what: name, ...errorFields(cause) }, 'tick'),
    );
    if (part.doors) await announce(staff, publicUrl, say);
    else say(`Serving as ${role}; /healthz, /readyz and /metrics at ${publicUrl}`);
    return { url: publicUrl, house, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

async function announce(staff: StaffParts, publicUrl: string, say: (line: string) => void): Promise<void> {
  say(`Web chat: ${publicUrl}/`);
  say(`Staff:    ${publicUrl}/staff`);
  const link = await ensureSetupLink(staff);
  if (link !== undefined) say(`First administrator, once, within 24 hours: ${link}`);
}

function embedded(
  settings: Settings,
  pathFolders: readonly string[],
  say: (line: string) => void,
  log: Logger,
): Promise<Embedded> {
  return startEmbedded({
    dataDir: settings.DATA_DIR,
    cacheDir: defaultCacheDir(),
    ...(settings.MONGOD_BINARY === undefined ? {} : { binary: settings.MONGOD_BINARY }),
    pathFolders,
    progress: say,
    onExit: (ended) =>
      log.error(
        { what: 'mongod', kind: ended.restarting ? 'restarting' : 'given up' },
        'the embedded database ended',
      ),
  });
}

/** The database may be down when we start: it is said once and looked at again, until it answers or we are stopped. */
async function connectAtLast(
  uri: string,
  database: string | undefined,
  log: Logger,
  untilStopped: Promise<void>,
): Promise<Connection | undefined> {
  const giveUp = untilStopped.then(() => true);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await connect(uri, database);
    } catch (cause) {
      if (!isOutage(cause) && !isSelection(cause)) throw refused(cause);
      if (attempt === 1)
        log.warn(errorFields(cause), 'the database does not answer; trying again every second');
      const pause = new Promise<false>((resolve) => {
        setTimeout(resolve, RECONNECT_MS, false);
      });
      if (await Promise.race([giveUp, pause])) return undefined;
    }
  }
}

const refused = (cause: unknown): Fault =>
  new Fault(
    'refusal',
    'bad_database',
    'MONGODB_URI is refused: expected the address of a replica set this program may use, e.g. mongodb://user:password@host/benkan?replicaSet=rs0',
    { cause },
  );

const NEVER = new Promise<void>(() => undefined);

/** Mongoose wraps the driver's "no server found" in an error of its own. */
const isSelection = (cause: unknown): boolean =>
  cause instanceof Error && cause.name.includes('ServerSelection');

async function listenMetrics(settings: Settings, metrics: Metrics, port: number): Promise<Server> {
  const app = express();
  app.disable('x-powered-by');
  app.get('/metrics', metricsDoor(metrics, settings.METRICS_TOKEN));
  const { server } = await listen(app, { setting: 'METRICS_PORT', port, host: settings.HOST });
  return server;
}
