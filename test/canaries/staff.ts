import { readFile } from 'node:fs/promises';
import { officesStore } from '../../src/capabilities/explainers/offices/offices-store.ts';
import { eventsStore } from '../../src/capabilities/volunteers/events/events-store.ts';
import { dayOf } from '../../src/domain/clock.ts';
import { keyring, keyringFile } from '../../src/store/keys/keyring.ts';
import { benkan } from '../cli/benkan.ts';
import { buildPlan, ORG } from '../volunteers/volunteers-world.ts';
import type { ReadableHouse } from './house.ts';
import { type Needle, needlesOfText } from './needles.ts';
import type { Canary } from './people.ts';

/** Far more than any run has people. */
const PLACES = 1000;

/** An open activity whose exact place nobody may find again. @returns its id */
export async function anActivity(
  { place, client }: ReadableHouse,
  { names: [where = ''] }: Canary,
  needles: Needle[],
): Promise<string> {
  const { sealer } = keyring(keyringFile.parse(JSON.parse(await readFile(place.env['KEY_FILE']!, 'utf8'))));
  const events = eventsStore(client.db('benkan'), sealer);
  const plan = buildPlan(Date.now(), { capacity: PLACES, exact: where });
  const id = 'e0123456789ab';
  await events.add(id, ORG, plan, dayOf(plan.starts));
  await events.become({ id, org: ORG, from: 'draft' }, 'open');
  needles.push(...needlesOfText('exact place', where));
  return id;
}

/** An office that answers whatever nothing explains. */
export async function anOffice({ client }: ReadableHouse): Promise<void> {
  const office = { id: 'o0123456789ab', org: ORG, name: 'Bureau des jeunes', days: 7, demo: false };
  await officesStore(client.db('benkan')).put({ ...office, themes: ['autre'] }, dayOf(Date.now()));
}

/** A member of staff whose name and address nobody may find again. */
export async function aColleague(
  { place }: ReadableHouse,
  { names: [name = '', local = ''] }: Canary,
  needles: Needle[],
): Promise<void> {
  const email = `${local.toLowerCase()}@example.org`;
  const made = await benkan(
    ['staff', 'create', '--email', email, '--role', 'organiser', '--org', ORG, '--name', name],
    { env: place.env, patienceMs: 60_000 },
  );
  if (made.code !== 0) throw new Error(`benkan staff create: ${made.err}`);
  needles.push(...needlesOfText('colleague', name), ...needlesOfText('colleague', local.toLowerCase()));
}
