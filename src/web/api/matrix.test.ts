import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { classA, fieldsOf } from './class-a.ts';
import { apiMatrixOf, checkApiRoutes } from './matrix.ts';
import { type ApiRoute, apiRoute } from './route.ts';

const names = z.object({ id: z.string(), name: classA(z.string()) });
const route = (change: Partial<ApiRoute> = {}): ApiRoute => ({
  ...apiRoute({
    ...{ method: 'get', path: '/people', roles: ['admin'], summary: 'People' },
    answer: z.object({ id: z.string() }),
    run: () => ({ id: 'p1' }),
  }),
  ...change,
});

describe('T20: a wrong matrix of the API stops the start', () => {
  it.each([
    ['names no role', [route({ roles: [] })]],
    ['names a role that does not exist', [route({ roles: ['root' as 'admin'] })]],
    ['has a path that is not plain', [route({ path: '/*all' })]],
    ['has a path that is not plain', [route({ path: 'people' })]],
    ['is there twice', [route(), route()]],
    ['has other parameters in its path than in its schema', [route({ path: '/people/:person' })]],
    [
      'has other parameters in its path than in its schema',
      [route({ params: z.object({ person: z.string() }) })],
    ],
    ['reads and has a body', [route({ body: z.object({}) })]],
    ['does not say reads', [route({ answer: names })]],
    ['does not say reads', [route({ answer: z.object({ people: z.array(names) }) })]],
    ['to a viewer', [route({ answer: names, reads: 'A', roles: ['admin', 'viewer'] })]],
  ])('a route that %s', (what, routes) => {
    expect(() => checkApiRoutes(routes)).toThrow(what);
  });

  it('a viewer may have a narrower answer of their own', () => {
    const narrow = { viewer: z.object({ id: z.string() }) };
    const mixed = route({ answer: names, reads: 'A', roles: ['admin', 'viewer'], answerFor: narrow });
    expect(() => checkApiRoutes([mixed])).not.toThrow();
    expect(apiMatrixOf([mixed])).toEqual([{ route: 'GET /api/v1/people', roles: ['admin', 'viewer'] }]);
  });

  it('finds a class A field wherever it hides', () => {
    const deep = z.object({
      list: z.array(z.union([z.object({ a: z.number() }), z.object({ who: classA(z.string()).nullable() })])),
      by: z.record(z.string(), classA(z.string())),
    });
    expect(
      fieldsOf(deep)
        .filter((one) => one.classA)
        .map(({ field }) => field),
    ).toEqual(['list[].who', 'by.*']);
  });
});
