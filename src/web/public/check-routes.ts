import { Fault } from '../../domain/faults.ts';
import type { PublicRoute } from './route.ts';

/** What other rooms serve. */
const TAKEN =
  /^\/(?:chat|embed|staff|api|assets|media|webhooks|docs|healthz|readyz|metrics|openapi\.json)?(?:\/|$)/;
const PLAIN = /^(?:\/(?:[A-Za-z0-9._-]|:(?=[a-z]))+)+$/;

/**
 * Refuses at start what would be unreachable or ambiguous at run time.
 * @throws Fault `bug` naming the route
 */
export function checkPublicRoutes(routes: readonly PublicRoute[]): void {
  const seen = new Set<string>();
  for (const { method, path, nav } of routes) {
    const name = `${method.toUpperCase()} ${path}`;
    const shape = name.replace(/:\w+/g, ':');
    if (!PLAIN.test(path)) throw wrong(name, 'has a path that is not plain');
    if (TAKEN.test(path)) throw wrong(name, 'is served by another room');
    if (seen.has(shape)) throw wrong(name, 'is there twice');
    if (nav !== undefined && (method !== 'get' || path.includes(':')))
      throw wrong(name, 'is in the navigation but is no page of its own');
    seen.add(shape);
  }
}

const wrong = (name: string, what: string): Fault =>
  new Fault('bug', 'bad_route', `public route ${name} ${what}`);
