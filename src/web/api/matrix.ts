import { Fault } from '../../domain/faults.ts';
import { ROLES, type Role } from '../staff/index.ts';
import { fieldsOf } from './class-a.ts';
import type { ApiRoute } from './route.ts';

/**
 * Refuses at start what would be open, unreachable or ambiguous at run time (T20).
 * @throws Fault `bug` naming the route
 */
export function checkApiRoutes(routes: readonly ApiRoute[]): void {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = nameOf(route);
    const shape = name.replace(/:[^/]+/g, ':');
    if (route.roles.length === 0) throw wrong(name, 'names no role');
    if (route.roles.some((role) => !ROLES.includes(role)))
      throw wrong(name, 'names a role that does not exist');
    if (!/^(\/:?[a-z0-9][A-Za-z0-9-]*)+$/.test(route.path)) throw wrong(name, 'has a path that is not plain');
    if (seen.has(shape)) throw wrong(name, 'is there twice');
    if (paramsOf(route).join() !== Object.keys(route.params.shape).sort().join())
      throw wrong(name, 'has other parameters in its path than in its schema');
    if (route.method === 'get' && route.body !== undefined) throw wrong(name, 'reads and has a body');
    for (const role of route.roles) checkFields(name, route, role);
    seen.add(shape);
  }
}

/** Who sees class A is recorded, and a viewer never does. */
function checkFields(name: string, route: ApiRoute, role: Role): void {
  const shown = fieldsOf(route.answerFor?.[role] ?? route.answer).find((one) => one.classA);
  if (shown === undefined) return;
  if (route.reads !== 'A') throw wrong(name, `shows class A (${shown.field}) and does not say reads: 'A'`);
  if (role === 'viewer') throw wrong(name, `shows class A (${shown.field}) to a viewer`);
}

/** One line a route, for the documents and the tests: who may what. */
export const apiMatrixOf = (routes: readonly ApiRoute[]): { route: string; roles: readonly Role[] }[] =>
  routes.map((route) => ({ route: nameOf(route), roles: route.roles }));

const nameOf = ({ method, path }: ApiRoute): string => `${method.toUpperCase()} /api/v1${path}`;

const paramsOf = ({ path }: ApiRoute): string[] =>
  [...path.matchAll(/:([^/]+)/g)].map(([, name]) => name ?? '').sort();

const wrong = (name: string, what: string): Fault =>
  new Fault('bug', 'bad_route', `API route ${name} ${what}`);
