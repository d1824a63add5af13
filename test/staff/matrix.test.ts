import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiRoute, meRoute } from '../../src/web/api/index.ts';
import { ROLES, type StaffAnswer, type StaffRoute } from '../../src/web/staff/index.ts';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { rolesTable } from './roles-table.ts';

const TABLE = new URL('../../docs/roles.md', import.meta.url);
const LONG_MS = 120_000;

describe('T20: every role at every route of the whole house', () => {
  let house: WholeHouse;
  let api: readonly ApiRoute[];
  beforeAll(async () => {
    house = await wholeHouse();
    api = [meRoute, ...house.running.house.capabilities.flatMap((capability) => capability.api ?? [])];
    // Who passes is the frame's to say. What a change would do is its own tests' business, and must not happen here.
    for (const route of [...house.staffRoutes, ...api]) stubChange(route);
  }, LONG_MS);
  afterAll(() => house.close());

  const doors = () => [
    ...house.staffRoutes.map((route) => ({ ...doorOf(route), path: `/staff${filled(route.path)}` })),
    ...api.map((route) => ({ ...doorOf(route), path: `/api/v1${filled(route.path)}` })),
  ];
  const ask = ({ path, method, how }: ReturnType<typeof doors>[number], cookie?: string) =>
    house.ask(path, { method, ...how(), ...(cookie === undefined ? {} : { cookie }) });

  it(
    'passes exactly where the matrix says, 403 everywhere else',
    async () => {
      const surprises: string[] = [];
      let tried = 0;
      for (const door of doors()) {
        for (const role of ROLES) {
          const { status } = await ask(door, house.cookies[role]);
          const expected = door.roles.includes(role)
            ? status < 500 && status !== 401 && status !== 403
            : status === 403;
          if (!expected) surprises.push(`${role} ${door.method} ${door.path}: ${String(status)}`);
          tried += 1;
        }
      }
      expect(surprises).toEqual([]);
      process.stdout.write(`T20: ${String(tried)} pairs of role and route, 0 surprises\n`);
    },
    LONG_MS,
  );

  it('401 for whoever is not signed in, and for a cookie that was made up', async () => {
    for (const door of doors())
      for (const cookie of [undefined, '__Host-benkan=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])
        expect([door.path, (await ask(door, cookie)).status]).toEqual([door.path, 401]);
  });

  it('403 for a change without our origin, by whoever may', async () => {
    for (const door of doors().filter(({ method }) => method !== 'GET')) {
      const { headers, ...how } = door.how();
      const foreign = { ...headers, origin: 'https://evil.example' };
      const cookie = house.cookies[door.roles[0]!];
      const answer = await house.ask(door.path, { method: door.method, ...how, headers: foreign, cookie });
      expect([door.path, answer.status]).toEqual([door.path, 403]);
    }
  });

  it('T36: an administrator of another organisation meets no name of ours, and 404 at our accounts', async () => {
    const ours = await house.running.house.staff.accounts.ofOrg('benkan');
    for (const route of house.staffRoutes.filter(({ method }) => method === 'get')) {
      const path = `/staff${route.path.replace(':account', ours[0]!.id).replace(/:\w+/g, 'x1')}`;
      const answer = await house.ask(path, { cookie: house.stranger });
      if (route.path.includes(':account')) expect([path, answer.status]).toEqual([path, 404]);
      expect([path, /Nom-(?!admin)/.test(await answer.text())]).toEqual([path, false]);
    }
    const audit = await house.ask('/api/v1/audit?limit=200', { cookie: house.stranger });
    expect(await audit.text()).not.toContain('"org":"benkan"');
  });

  it('docs/roles.md says what is served; after a change run node scripts/roles.mjs and look at what changed', () => {
    const table = rolesTable(house.staffRoutes, api);
    if (process.env['WRITE_ROLES'] === '1') writeFileSync(TABLE, table);
    expect(readFileSync(TABLE, 'utf8')).toBe(table);
  });
});

const filled = (path: string): string => path.replace(/:\w+/g, 'x1');

function doorOf(route: StaffRoute | ApiRoute) {
  const { roles } = route;
  return { roles, method: route.method.toUpperCase(), how: () => requestFor(route) };
}

/** A body of the kind the route reads, with nothing in it. */
function requestFor(route: StaffRoute | ApiRoute): { body?: BodyInit; headers: Record<string, string> } {
  const headers = { accept: 'application/json' };
  if (route.method === 'get') return { headers };
  if ('summary' in route)
    return { body: '{}', headers: { ...headers, ...(route.body && { 'content-type': 'application/json' }) } };
  if (route.upload !== undefined) {
    const form = new FormData();
    form.set('nothing', 'x');
    return { body: form, headers };
  }
  return { body: '', headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } };
}

function stubChange(route: StaffRoute | ApiRoute): void {
  const stub = (): StaffAnswer => ({ kind: 'json', status: 200, body: null });
  if (route.method === 'get') return;
  if ('act' in route) Object.assign(route, { act: stub });
  else if (!route.path.endsWith('/verifications')) Object.assign(route, { run: stub });
}
