import { createServer, type RequestListener, type Server } from 'node:http';
import { type Fault, refusal } from '../domain/faults.ts';

export interface Place {
  /** The setting that names the port. */
  setting: 'PORT' | 'METRICS_PORT';
  port: number;
  host: string;
}

/**
 * Proxies keep an idle connection for about a minute. Whoever closes it first must be they: a request that crosses our
 * closing on the way is lost, and is an error page to somebody.
 */
const IDLE_MS = 75_000;

/**
 * Opens a door and answers with the port it has (0 lets the system choose).
 * @throws Fault that names the setting to change
 */
export function listen(serves: RequestListener, place: Place): Promise<{ server: Server; port: number }> {
  const server = createServer({ keepAliveTimeout: IDLE_MS }, serves);
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(explained(cause, place)));
    server.listen(place.port, place.host, () => {
      const address = server.address();
      resolve({
        server,
        port: typeof address === 'object' && address !== null ? address.port : place.port,
      });
    });
  });
}

function explained(cause: NodeJS.ErrnoException, { setting, port }: Place): Fault | Error {
  const other = `choose another, e.g. ${setting}=${port < 1024 ? 8080 : (port % 65_535) + 1}`;
  if (cause.code === 'EADDRINUSE')
    return refusal('port_taken', `${setting} ${port} is taken: stop what listens there, or ${other}`);
  if (cause.code === 'EACCES')
    return refusal('port_refused', `${setting} ${port} may not be opened by this user: ${other}`);
  if (NOT_OURS.has(cause.code))
    return refusal(
      'no_such_host',
      'HOST is no address of this machine: expected one it has, e.g. HOST=127.0.0.1 or HOST=0.0.0.0',
    );
  return cause;
}

const NOT_OURS: ReadonlySet<string | undefined> = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN']);
