import { Fault } from '../../domain/faults.ts';
import { FIRST_ORG, ROLES, type Role } from './ports.ts';
import type { StaffRoute } from './route.ts';

/** Paths the frame serves itself. */
const OWN_PATHS = [
  '/',
  '/overview/live',
  '/settings',
  '/sign-in',
  '/sign-in/options',
  '/sign-in/resume',
  '/sign-out',
  '/confirm',
  '/confirm/options',
  '/setup',
  '/setup/confirm',
  '/site-language',
  '/site-theme',
];

/**
 * Refuses at start what would be open, unreachable or ambiguous at run time (T20).
 * @throws Fault `bug` naming the route
 */
export function checkRoutes(routes: readonly StaffRoute[]): void {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method.toUpperCase()} /staff${route.path}`;
    if (route.roles.length === 0) throw wrong(name, 'names no role');
    const stranger = route.roles.find((role) => !ROLES.includes(role));
    if (stranger !== undefined) throw wrong(name, `names a role that does not exist: ${stranger}`);
    if (!/^(\/:?[A-Za-z0-9_-]+(\.[a-z]+)?)+$/.test(route.path))
      throw wrong(name, 'has a path that is not plain');
    if (OWN_PATHS.includes(route.path)) throw wrong(name, 'is served by the frame itself');
    if (seen.has(shapeOf(name))) throw wrong(name, 'is there twice');
    if (route.method === 'get' && route.nav !== undefined && route.path.includes(':'))
      throw wrong(name, 'is in the menu but has a parameter');
    seen.add(shapeOf(name));
  }
}

/** One line a route, for the documents and the tests: who may what. */
export const matrixOf = (routes: readonly StaffRoute[]): { route: string; roles: readonly Role[] }[] =>
  routes.map(({ method, path, roles }) => ({ route: `${method.toUpperCase()} /staff${path}`, roles }));

/** Whether somebody may come in by a route: by their role and, where it is the house's own, by their organisation. */
export const mayEnter = (
  { roles, house }: Pick<StaffRoute, 'roles' | 'house'>,
  { role, org }: { role: Role; org: string },
): boolean => roles.includes(role) && (house !== true || org === FIRST_ORG);

/** The routes there are for an organisation's staff. */
export const routesFor = (routes: readonly StaffRoute[], org: string): readonly StaffRoute[] =>
  org === FIRST_ORG ? routes : routes.filter(({ house }) => house !== true);

/** Whether a page of ours at this address may be opened by a role: `/staff/updates?etat=draft`. */
export function opensFor(routes: readonly StaffRoute[], role: Role, href: string): boolean {
  const path = href.replace(/[?#].*$/, '');
  const route = routes.find((one) => one.method === 'get' && patternOf(one.path).test(path));
  return route?.roles.includes(role) === true;
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^/staff${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);

/** Two routes that differ only in the name of a parameter are one. */
const shapeOf = (name: string): string => name.replace(/:[^/]+/g, ':');

const wrong = (name: string, what: string): Fault =>
  new Fault('bug', 'bad_route', `staff route ${name} ${what}`);
