import type { SharedClass } from '../../src/capabilities/wall.ts';
import { type ApiRoute, meRoute } from '../../src/web/api/index.ts';
import { createStaff, type Role, type StaffRoute } from '../../src/web/staff/index.ts';
import type { WholeHouse } from '../api/whole-house.ts';

const DAY_MS = 86_400_000;
const OURS = 'benkan';
const THEIRS = 'mediateurs';

/** A page or door of the whole house that reads. */
export interface ReadingDoor {
  /** With what is ours in the place of its parameters. */
  path: string;
  route: StaffRoute | ApiRoute;
  /** It asks for one thing of ours, not for a list. */
  ofOurs: boolean;
}

interface Results {
  questions: { question: string; type: string }[];
}

/** Two organisations in one house: what the first has, and how the second meets it. */
export interface TwoOrganisations {
  doors: readonly ReadingDoor[];
  /** What of ours an answer shows, by its ids and names. */
  leaks(body: string): string[];
  /** Asks as somebody of the other organisation. */
  asThem(role: Role, path: string): Promise<{ status: number; body: string }>;
  /** Both administrators agree, over the pages. */
  share(records: SharedClass): Promise<void>;
  end(records: SharedClass): Promise<void>;
}

export async function twoOrganisations(house: WholeHouse): Promise<TwoOrganisations> {
  const { running } = house;
  const { capabilities, staff } = running.house;
  const now = staff.clock.now();
  for (const { demo } of capabilities)
    for (const deed of demo?.deeds(now - 5 * DAY_MS, now, OURS) ?? []) await deed.run();
  const page = async (path: string): Promise<string> =>
    (await house.ask(path, { cookie: house.cookies.admin })).text();
  const idsIn = async (path: string, shortest: number): Promise<string[]> => [
    ...new Set(
      [...(await page(path)).matchAll(new RegExp(`${path}/([\\w-]{${String(shortest)},})"`, 'gu'))].map(
        ([, id]) => id!,
      ),
    ),
  ];
  const events = await idsIn('/staff/events', 12);
  const updates = await idsIn('/staff/updates', 12);
  const accounts = (await staff.accounts.ofOrg(OURS)).map(({ id }) => id);
  const survey = (await idsIn('/staff/surveys', 4))[0]!;
  const flow = (await idsIn('/staff/flows', 4))[0]!;
  const results = JSON.parse(await page(`/api/v1/surveys/${survey}/results`)) as Results;
  const { question } = results.questions.find(({ type }) => type === 'choice')!;
  const known: Record<string, string> = {
    ...{ event: events[0]!, account: accounts[0]!, survey, question, flow, lang: 'fr', ticket: '1' },
  };
  const filled = (path: string): string =>
    path.replace(/:(\w+)/gu, (_all, name: string) =>
      name === 'id' && path.startsWith('/updates') ? updates[0]! : (known[name] ?? 'x1'),
    );
  const api = [meRoute, ...capabilities.flatMap((capability) => capability.api ?? [])];
  const doors = [
    ...house.staffRoutes.map((route) => ({ route, path: `/staff${filled(route.path)}` })),
    ...api.map((route) => ({ route, path: `/api/v1${filled(route.path)}` })),
  ].filter(({ route }) => route.method === 'get');

  const signedIn = (cookie: string, path: string, form?: Record<string, string>) =>
    house.ask(path, {
      cookie,
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
  const [them] = await staff.accounts.ofOrg(THEIRS);
  // A second administrator, so that the first may become whatever the test needs.
  await createStaff(staff, { email: 'second@example.org', role: 'admin', org: THEIRS });
  const named = await signedIn(house.cookies.admin, '/staff/organisations', {
    ...{ name: 'Médiateurs', kind: 'mediators' },
  });
  if (named.status !== 303) throw new Error(`Naming the organisation says ${String(named.status)}.`);

  const become = async (role: Role): Promise<void> => {
    const regions = role === 'coordinator' ? { regions: ['bamako', 'segou', 'gao'] } : {};
    await staff.accounts.change(them!.id, { role, ...regions });
  };
  const must = async (answer: Promise<Response>): Promise<void> => {
    const { status } = await answer;
    if (status !== 303) throw new Error(`Sharing says ${String(status)}.`);
  };
  const pathOf = (records: SharedClass, what: string): string =>
    `/staff/organisations/sharing/${OURS}/${THEIRS}/${records}/${what}`;
  const until = new Date(now + 30 * DAY_MS).toISOString().slice(0, 10);
  const secrets = [
    ...events,
    ...updates,
    ...accounts,
    'Nom-organiser',
    'Nom-viewer',
    `/${survey}`,
    `/${flow}`,
  ];
  return {
    doors: doors.map((door) => ({ ...door, ofOurs: door.route.path.includes(':') })),
    leaks: (body) => secrets.filter((secret) => body.includes(secret)),
    async asThem(role, path) {
      await become(role);
      const answer = await signedIn(house.stranger, path);
      return { status: answer.status, body: await answer.text() };
    },
    async share(records) {
      await become('admin');
      const terms = { direction: 'give', other: THEIRS, records, until };
      await must(signedIn(house.cookies.admin, '/staff/organisations/sharing', terms));
      await must(signedIn(house.stranger, pathOf(records, 'agree'), { until }));
    },
    async end(records) {
      await become('admin');
      await must(signedIn(house.stranger, pathOf(records, 'end'), {}));
    },
  };
}
