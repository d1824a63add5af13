import { describe, expect, it } from '@jest/globals';
import { checkRoutes, matrixOf } from './matrix.ts';
import type { StaffRoute } from './route.ts';

const act = () => ({ kind: 'json', status: 200, body: null }) as const;
const route = (change: Partial<StaffRoute>): StaffRoute =>
  ({ method: 'post', path: '/surveys', roles: ['admin'], act, ...change }) as StaffRoute;

describe('T20: a wrong matrix stops the start', () => {
  it.each([
    ['names no role', [route({ roles: [] })]],
    ['names a role that does not exist: root', [route({ roles: ['admin', 'root' as 'admin'] })]],
    ['is there twice', [route({}), route({})]],
    ['is there twice', [route({ path: '/a/:one' }), route({ path: '/a/:two' })]],
    ['is served by the frame itself', [route({ path: '/sign-in' })]],
    ['is served by the frame itself', [route({ path: '/setup' })]],
    ['has a path that is not plain', [route({ path: 'surveys' })]],
    ['has a path that is not plain', [route({ path: '/*all' })]],
    ['has a path that is not plain', [route({ path: '/a/../b' })]],
    ['has a path that is not plain', [route({ path: '/' })]],
    [
      'is in the menu but has a parameter',
      [route({ method: 'get', path: '/a/:b', nav: { label: 'A', order: 1 } })],
    ],
  ])('a route that %s', (what, routes) => {
    expect(() => checkRoutes(routes)).toThrow(what);
    expect(() => checkRoutes(routes)).toThrow(/staff route (GET|POST)/);
  });

  it('a right one passes, and can be listed', () => {
    const routes = [
      route({}),
      route({ method: 'get' }),
      route({ path: '/surveys/:survey', roles: ['viewer'] }),
    ];
    expect(() => checkRoutes(routes)).not.toThrow();
    expect(matrixOf(routes)).toEqual([
      { route: 'POST /staff/surveys', roles: ['admin'] },
      { route: 'GET /staff/surveys', roles: ['admin'] },
      { route: 'POST /staff/surveys/:survey', roles: ['viewer'] },
    ]);
  });
});
