import type { mongo } from 'mongoose';
import { eventsStore } from '../../src/capabilities/volunteers/events/events-store.ts';
import { Fault } from '../../src/domain/faults.ts';
import { type Volunteers, volunteers } from '../../src/capabilities/volunteers/index.ts';
import { desk } from '../../src/capabilities/volunteers/desk/desk.ts';
import { places } from '../../src/capabilities/volunteers/places/places.ts';
import { signupsStore } from '../../src/capabilities/volunteers/places/signups-store.ts';
import { lineStore } from '../../src/capabilities/volunteers/places/line-store.ts';
import type { CallValue, Value } from '../../src/engine/types.ts';
import type { EffectContext, EffectItem, Prompted } from '../../src/conversation/ports.ts';
import { openCollections } from '../../src/store/collections.ts';
import { DUE_COLLECTIONS, DueDateStore } from '../../src/store/due-dates.ts';
import { personSealer } from '../../src/store/person-sealer.ts';
import { dayOf } from '../../src/domain/clock.ts';
import type { EventPlan, EventState } from '../../src/capabilities/volunteers/events/event.ts';
import { buildRunner } from '../schedule/due-world.ts';
import { type TestStore, testStore } from '../universe/store.ts';
import { realChance, type TestClock, testClock } from '../universe/time.ts';
import { NO_SHARING } from '../staff/no-sharing.ts';

export const ZONE = 'Africa/Bamako';
export const ORG = 'benkan';
const HOUR_MS = 3_600_000;

export interface VolunteersWorld {
  db: mongo.Db;
  clock: TestClock;
  store: TestStore;
  capability: Volunteers;
  events: ReturnType<typeof eventsStore>;
  lines: ReturnType<typeof lineStore>;
  /** What talks were told, in order. */
  prompts: Prompted[];
  /** Conversations that cannot be reached. */
  gone: Set<string>;
  call(name: string, params: Record<string, Value>, who: Who): Promise<CallValue>;
  apply(name: string, params: unknown, who: Who): Promise<void>;
  /** Somebody with a sheet; sealing it needs a person with a key. */
  volunteer(band?: string): Promise<Who>;
  /** An open event, in three days at 16:00 unless said otherwise. */
  open(plan?: Partial<EventPlan>): Promise<string>;
  /** Claims a place and commits. */
  signUp(event: string, who: Who): Promise<Record<string, Value>>;
  /** Gives back the place somebody has. */
  cancel(event: string, who: Who): Promise<void>;
  /** Changes an event's plan, as an organiser would. */
  move(event: string, plan: Partial<EventPlan>): Promise<void>;
  become(event: string, to: EventState): Promise<void>;
  /** Runs the due-dates that are due. */
  dues(): Promise<void>;
  /** Confirmed and waiting, in order, by person. */
  inLine(event: string): Promise<{ confirmed: string[]; waiting: string[] }>;
  close(): Promise<void>;
}

/** A person in one of their talks. */
export interface Who {
  person: string;
  conversation: string;
  lang?: string;
}

/** The capability on a database of its own, with real due-dates, real keys and a clock the test owns. */
export async function volunteersWorld(): Promise<VolunteersWorld> {
  const clock = testClock();
  const store = await testStore({ clock });
  const { keyring, connection } = store;
  const db = connection.db!;
  const dues = new DueDateStore(connection, keyring, realChance);
  const prompts: Prompted[] = [];
  const known = new Set<string>();
  const gone = new Set<string>();
  const capability = volunteers({
    db,
    ...{ fingerprint: keyring.fingerprint, sealer: keyring.sealer },
    persons: personSealer(store.people),
    ...{ clock, chance: realChance, zone: ZONE, dues },
    walls: NO_SHARING,
    placeName: (slug) => (slug === 'bamako' ? 'District de Bamako' : undefined),
    countryDays: async () => [{ id: 'noel-2026', day: '2026-12-25', name: 'Noël', expected: false }],
    isExample: (id) => id.startsWith('demo'),
    async prompt(prompt) {
      if (gone.has(prompt.conversation)) return 'gone';
      if (known.has(prompt.id)) return 'duplicate';
      known.add(prompt.id);
      prompts.push(prompt);
      return 'committed';
    },
  });
  await openCollections(db, [...capability.collections, ...DUE_COLLECTIONS]);
  const runner = buildRunner({ store: dues, kinds: capability.dues ?? [], clock });
  const events = eventsStore(db, keyring.sealer);
  const lines = lineStore(db);
  const signups = signupsStore(db);
  const parts = { events, signups, lines, dues, clock, chance: realChance, zone: ZONE };
  const office = desk({
    ...parts,
    places: places({ ...parts, fingerprint: keyring.fingerprint, sealer: keyring.sealer }),
  });
  const people = new Map<string, string>();
  let turns = 0;

  const contextOf = (who: Who): EffectContext => ({
    ...{ channel: 'web', address: 'a', lang: 'fr', ...who },
    day: dayOf(clock.now()),
  });
  const call: VolunteersWorld['call'] = (name, params, who) => {
    turns += 1;
    const kind = capability.calls.find((each) => each.name === name)!;
    const claim = { inbound: `turn-${turns}`, call: 0 };
    return kind.run(kind.params.parse(params), { ...contextOf(who), claim });
  };
  const apply: VolunteersWorld['apply'] = async (name, params, who) => {
    turns += 1;
    const kind = capability.effects.find((each) => each.name === name)!;
    const asked = kind.from({
      kind: 'asked_for',
      effect: name,
      params: params as Record<string, Value>,
    });
    const items = asked.map((each): EffectItem => {
      const id = keyring.fingerprint('effect', String(turns));
      return { id, rev: turns, context: contextOf(who), params: kind.params.parse(each) };
    });
    await kind.apply(items);
  };
  return {
    ...{ db, clock, store, capability, events, lines, prompts, gone, call, apply },
    async volunteer(band = '18-24') {
      const conversation = realChance.token(12);
      const person = await store.conversations.newPerson(conversation);
      const who = { person, conversation };
      people.set(person, person);
      await apply('volunteers.register', buildSheet({ band }), who);
      return who;
    },
    async open(plan = {}) {
      const whole = buildPlan(clock.now(), plan);
      const id = Buffer.from(realChance.token(6), 'base64url').toString('hex');
      await events.add(id, ORG, whole, dayOf(whole.starts));
      await events.become({ id, org: ORG, from: 'draft' }, 'open');
      return id;
    },
    async signUp(event, who) {
      people.set(who.person, who.person);
      const claim = () => call('volunteers.claim', { activite: event }, who);
      const claimed = (await again(claim)) as Record<string, Value>;
      if (Number(claimed['ticket']) > 0)
        await again(() => apply('volunteers.keep', { activite: event, ticket: claimed['ticket'] }, who));
      return claimed;
    },
    async cancel(event, who) {
      const { ticket } = (await call('volunteers.standing', { activite: event }, who)) as { ticket: number };
      await apply('volunteers.release', { activite: event, ticket }, who);
    },
    async move(event, plan) {
      const before = (await events.find(event))!;
      await office.edit(before, before.rev, { ...before, ...plan });
    },
    async become(event, to) {
      await office.become((await events.find(event))!, to);
    },
    async dues() {
      await runner.run();
      await runner.idle();
    },
    async inLine(event) {
      const line = (await lines.line(event))!;
      const named = new Map(
        [...people.keys()].map((person) => [
          keyring.fingerprint('volunteer-signup', event, person).subarray(0, 16).toString('hex'),
          person,
        ]),
      );
      const order = line.entries.map(({ who }) => named.get(Buffer.from(who).toString('hex')) ?? '?');
      return { confirmed: order.slice(0, line.capacity), waiting: order.slice(line.capacity) };
    },
    close: () => store.close(),
  };
}

export const buildSheet = (sheet: Record<string, Value> = {}): Record<string, Value> => ({
  ...{ band: '18-24', rules: 'accepte', nickname: 'Kadi', sex: 'femme', place: 'bamako' },
  ...{ skill: 'sport', available: 'week-end', member: 'non' },
  ...sheet,
});

export const buildPlan = (now: number, plan: Partial<EventPlan> = {}): EventPlan => ({
  kind: 'sport',
  title: { fr: 'Match de quartier', bm: null },
  starts: now + 78 * HOUR_MS,
  region: 'bamako',
  place: 'Commune IV',
  exact: 'Terrain derrière la mairie',
  capacity: 20,
  minAge: 15,
  authorisation: { by: 'Mairie de la commune IV', day: '2026-11-20' },
  ...plan,
});

/** As whoever is told that the database is slow comes again: the same once more, which is no second one. */
async function again<T>(what: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await what();
    } catch (cause) {
      if (!(cause instanceof Fault && cause.kind === 'unavailable')) throw cause;
    }
}
