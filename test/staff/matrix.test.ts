import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SHARED_CLASSES, type SharedClass } from '../../src/capabilities/wall.ts';
import { type ApiRoute, meRoute } from '../../src/web/api/index.ts';
import { ROLES, type Role, type StaffAnswer, type StaffRoute } from '../../src/web/staff/index.ts';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { rolesTable } from './roles-table.ts';
import { type ReadingDoor, type TwoOrganisations, twoOrganisations } from './two-organisations.ts';

const TABLE = new URL('../../docs/roles.md', import.meta.url);
const LONG_MS = 600_000;
/** A form of the page itself; those of the frame stand on every page. */
const CHANGES = /<form[^>]*method="post"[^>]*action="\/staff\/(events|updates|surveys|flows)/u;
/** Who writes and verifies what is published. */
const PUBLISHERS: readonly Role[] = ['editor', 'verifier'];

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

  describe('T36: organisation × role × route, with what is ours in the house', () => {
    let two: TwoOrganisations;
    beforeAll(async () => {
      two = await twoOrganisations(house);
    }, LONG_MS);

    /** What another organisation may meet at a door; anything else is a surprise. */
    const surprise = async (role: Role, door: ReadingDoor, agreed?: SharedClass): Promise<string[]> => {
      const { route, path, ofOurs } = door;
      const { status, body } = await two.asThem(role, path);
      // What was asked for stands in the address already.
      const leaks = two.leaks(body).filter((leak) => !path.includes(leak));
      const house = 'house' in route && route.house;
      // A stream sends whoever asks for it as a page to its page.
      const empty = (status === 404 || status === 303 || (!ofOurs && status === 200)) && leaks.length === 0;
      const shared = route.shared !== undefined && route.shared === agreed;
      const right = house ? status === 403 : shared ? status === 200 && !CHANGES.test(body) : empty;
      return right ? [] : [`${role} ${path}: ${String(status)} ${leaks.join(' ')}`];
    };

    it(
      'nothing of ours, whatever their role',
      async () => {
        const surprises: string[] = [];
        let looks = 0;
        for (const role of ROLES)
          for (const door of two.doors.filter(({ route }) => route.roles.includes(role))) {
            surprises.push(...(await surprise(role, door)));
            looks += 1;
          }
        expect(surprises).toEqual([]);
        process.stdout.write(`T36: ${String(looks)} looks over the wall, 0 leaks\n`);
        const audit = await house.ask('/api/v1/audit?limit=200', { cookie: house.stranger });
        expect(await audit.text()).not.toContain('"org":"benkan"');
      },
      LONG_MS,
    );

    it.each(SHARED_CLASSES)(
      '%s by agreement: that class alone, to read, without class A; nothing once it is ended',
      async (records) => {
        const looks = two.doors.filter(
          ({ route }) => route.roles.includes('admin') && (route.shared !== undefined || showsClassA(route)),
        );
        expect(looks.filter(({ route }) => route.shared === records).length).toBeGreaterThan(1);
        expect(looks.filter(({ route }) => route.shared === records && showsClassA(route))).toEqual([]);
        await two.share(records);
        const surprises: string[] = [];
        for (const door of looks) surprises.push(...(await surprise('admin', door, records)));
        const listed = two.doors.find(({ route, ofOurs }) => route.shared === records && !ofOurs)!;
        expect(two.leaks((await two.asThem('viewer', listed.path)).body).length).toBeGreaterThan(0);
        await two.end(records);
        for (const door of looks) surprises.push(...(await surprise('admin', door)));
        expect(surprises).toEqual([]);
      },
      LONG_MS,
    );

    it('who publishes never sees who wrote: no page with class A opens for them', () => {
      const seen = two.doors.filter(
        ({ route }) => showsClassA(route) && PUBLISHERS.some((role) => route.roles.includes(role)),
      );
      expect(seen.map(({ route }) => route.path)).toEqual([]);
    });
  });

  it('docs/roles.md says what is served; after a change run node scripts/roles.mjs and look at what changed', () => {
    const table = rolesTable(house.staffRoutes, api);
    if (process.env['WRITE_ROLES'] === '1') writeFileSync(TABLE, table);
    expect(readFileSync(TABLE, 'utf8')).toBe(table);
  });
});

const showsClassA = (route: StaffRoute | ApiRoute): boolean =>
  route.reads === 'A' || ('reveals' in route && route.reveals);

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
  // Organisations agree for real: what follows from it is looked at.
  if (route.path.startsWith('/organisations')) return;
  if ('act' in route) Object.assign(route, { act: stub });
  else if (!route.path.endsWith('/verifications')) Object.assign(route, { run: stub });
}
