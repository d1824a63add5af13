import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Connection } from 'mongoose';
import { Secret, TOTP } from 'otpauth';
import { openCollections } from '../../src/store/collections.ts';
import { STAFF_COLLECTIONS, staffStores } from '../../src/capabilities/staff/index.ts';
import { connect } from '../../src/store/connection.ts';
import { keyring, newKeyringFile } from '../../src/store/keys/keyring.ts';
import { type ApiRoute, apiRouter } from '../../src/web/api/index.ts';
import { assetsRouter, kitStyles, liveScripts, recordingStyles } from '../../src/web/kit/index.ts';
import {
  type AuditEntry,
  createStaff,
  overviewStyles,
  type StaffParts,
  type StaffRoute,
  staffRouter,
} from '../../src/web/staff/index.ts';
import { testDatabase } from '../mongo/database.ts';

export interface Site {
  /** `http://localhost:<port>`, the site's public address too. */
  url: string;
  /** Who listens there. */
  server: Server;
  parts: StaffParts;
  /** Moves the clock. */
  pass(ms: number): void;
  /** What the log was told. */
  failures: { id: string; code: string; cause: unknown }[];
  /** What the audit was told. */
  audited: AuditEntry[];
  connection: Connection;
  close(): Promise<void>;
}

interface SiteOptions {
  /** Mounted at `/api/v1`. */
  api?: readonly ApiRoute[];
  /** Takes the address from `X-Forwarded-For`, as an app behind a proxy on the same machine is set up to. */
  behindProxy?: boolean;
  change?: (parts: StaffParts, connection: Connection) => StaffParts | Promise<StaffParts>;
}

/** A staff site on a port of its own, with real stores, real keys and a clock the test owns. */
export async function openSite(
  routes: readonly StaffRoute[] | ((parts: StaffParts) => readonly StaffRoute[]) = [],
  { api = [], behindProxy = false, change = (parts) => parts }: SiteOptions = {},
): Promise<Site> {
  const database = await testDatabase();
  const connection = await connect(database.uri);
  await openCollections(connection.db!, STAFF_COLLECTIONS);
  const app = express();
  if (behindProxy) app.set('trust proxy', 'loopback');
  const server = await listen(app);
  const url = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  const { sealer, fingerprint } = keyring(newKeyringFile('test', 'k1'));
  const failures: Site['failures'] = [];
  const audited: AuditEntry[] = [];
  let now = Date.UTC(2026, 10, 21, 12);
  const made: StaffParts = {
    ...staffStores(connection),
    ...{ sealer, fingerprint, publicUrl: url },
    clock: { now: () => now },
    chance: { token: (bytes) => randomBytes(bytes).toString('base64url') },
    log: { failed: (event) => failures.push(event) },
    audit: { record: async (entry) => void audited.push(entry) },
    pause: async () => undefined,
  };
  const parts = await change(made, connection);
  app.use(assetsRouter([kitStyles, ...liveScripts, ...overviewStyles, ...recordingStyles]));
  app.use('/api/v1', apiRouter({ ...parts, routes: api }));
  app.use('/staff', staffRouter({ ...parts, routes: typeof routes === 'function' ? routes(parts) : routes }));
  return {
    ...{ url, server, parts, failures, audited, connection },
    pass: (ms) => (now += ms),
    async close() {
      server.close();
      server.closeAllConnections();
      await connection.close();
      await database.drop();
    },
  };
}

/** The code an authenticator app shows at the site's time. */
export const codeAt = (secret: string, now: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: now });

export interface Sent {
  form?: Record<string, string> | string;
  cookie?: string;
  headers?: Record<string, string>;
  method?: string;
}

/** One request, redirects not followed, with the origin a browser on our own page sends. */
export const ask = (
  site: Pick<Site, 'url'>,
  path: string,
  { form, cookie, headers, method }: Sent = {},
): Promise<Response> =>
  fetch(site.url + path, {
    method: method ?? (form === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: {
      ...(form === undefined
        ? {}
        : { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' }),
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
    ...(form === undefined
      ? {}
      : { body: typeof form === 'string' ? form : new URLSearchParams(form).toString() }),
  });

/** `name=value` of a cookie the answer sets. */
export function cookieFrom(response: Response, name = '__Host-benkan'): string | undefined {
  const set = response.headers.getSetCookie().find((line) => line.startsWith(`${name}=`));
  return set?.slice(0, set.indexOf(';'));
}

export interface Member {
  email: string;
  password: string;
  totpSecret: string;
  cookie: string;
}

let members = 0;

/** An account, signed in. The clock moves one step, so that the code is spent and the next one is free. */
export async function member(site: Site, role = 'admin', name?: string, org = 'benkan'): Promise<Member> {
  members += 1;
  const email = `m${String(members)}@example.org`;
  const made = await createStaff(site.parts, {
    email,
    role,
    org,
    ...(name === undefined ? {} : { name }),
  });
  const { password, totpSecret } = made;
  const answer = await signIn(site, { email, password, totpSecret });
  site.pass(30_000);
  return { email, password, totpSecret, cookie: cookieFrom(answer) ?? '' };
}

export function signIn(
  site: Site,
  { email, password, totpSecret }: { email: string; password: string; totpSecret: string },
  sent: Sent & { fields?: Record<string, string> } = {},
): Promise<Response> {
  const code = codeAt(totpSecret, site.parts.clock.now());
  return ask(site, '/staff/sign-in', { ...sent, form: { email, password, code, ...sent.fields } });
}

function listen(app: express.Express): Promise<Server> {
  return new Promise((resolve) => {
    // A connection that closes while a request is on its way is nobody's answer.
    const server = createServer({ keepAliveTimeout: 60_000 }, app).listen(0, '127.0.0.1', () =>
      resolve(server),
    );
  });
}
