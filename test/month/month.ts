import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { type Desk, desk } from '../../src/capabilities/volunteers/desk/desk.ts';
import { places } from '../../src/capabilities/volunteers/places/places.ts';
import { volunteerStores } from '../../src/capabilities/volunteers/stores.ts';
import { localOf, momentOf } from '../../src/capabilities/volunteers/when.ts';
import { keyring, keyringFile } from '../../src/store/keys/keyring.ts';
import { DueDateStore } from '../../src/store/due-dates.ts';
import type { Installation } from '../app/installation.ts';
import { type RunningHere, startHere } from '../app/running.ts';
import { dice } from '../audit/dice.ts';
import { realChance, type TestClock, testClock } from '../universe/time.ts';
import { buildPlan, ORG, ZONE } from '../volunteers/volunteers-world.ts';
import { Ledger } from './ledger.ts';
import { type Deed, Town } from './town.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MONTH_MS = 30 * DAY_MS;
/** In the future of any machine this runs on: MongoDB itself forgets by the real clock. */
const BEGUN = Date.UTC(2037, 2, 1, 8);
const AT_ONCE = 20;

const WELCOME: readonly Deed[] = [{ say: 'bonjour' }, { tap: 'fr' }, { tap: 'accepter' }];
const SHEET: readonly Deed[] = [
  ...[{ say: 'volontaire' }, { tap: '18-24' }, { tap: 'accepte' }, { say: 'Kadi' }, { tap: 'femme' }],
  ...[{ say: 'Bamako' }, { tap: 'sport' }, { tap: 'soir' }, { tap: 'non' }],
];

export interface MonthOf {
  seed: number;
  people: number;
  events: number;
  downtimes: number;
  /** From one look at what is due, and at what people do, to the next: this and at most five times as long. */
  atLeastMinutes: number;
}

export interface Lived {
  reminders: number;
  /** Reminders that had to be there; those said at the edge of what is owed are more. */
  owed: number;
  signUps: number;
  cancels: number;
  moved: number;
  cancelledEvents: number;
  downtimes: number;
  /** What was not as it must be; empty is good. */
  faults: string[];
}

/** A month of volunteers in a whole house by a clock of its own: people, organisers and downtimes by dice. */
export async function liveMonth(place: Installation, connection: Connection, of: MonthOf): Promise<Lived> {
  const month = new Month(place, connection, of);
  return month.live();
}

class Month {
  readonly #place: Installation;
  readonly #connection: Connection;
  readonly #of: MonthOf;
  readonly #clock: TestClock = testClock(BEGUN);
  readonly #ledger = new Ledger(() => this.#clock.now());
  readonly #town = new Town((user, text) => this.#ledger.heard(user, text));
  readonly #users: readonly string[];
  readonly #roll: (below: number) => number;
  #running: RunningHere | undefined;
  #desk: Desk | undefined;

  constructor(place: Installation, connection: Connection, of: MonthOf) {
    this.#place = place;
    this.#connection = connection;
    this.#of = of;
    this.#roll = dice(of.seed);
    this.#users = Array.from({ length: of.people }, (_, index) => `p${index}`);
  }

  async live(): Promise<Lived> {
    await this.#up();
    try {
      this.#desk = await this.#organiser();
      for (const deed of [...WELCOME, ...SHEET]) await this.#everybody((user) => this.#town.act(user, deed));
      await this.#days();
    } finally {
      await this.#running?.stop();
    }
    return { ...this.#ledger.counts, downtimes: this.#of.downtimes, ...this.#ledger.verdict() };
  }

  /** Time goes on by an hour or two; at some hours somebody does something, and some the house is not there. */
  async #days(): Promise<void> {
    const end = BEGUN + MONTH_MS;
    const outages = this.#outages(end - 3 * DAY_MS);
    const openings = this.#moments(this.#of.events, BEGUN, end - 8 * DAY_MS);
    // The first days have something to sign up for.
    let opened = 0;
    for (; opened < 6; opened += 1) await this.#open();
    while (this.#clock.now() < end) {
      const { atLeastMinutes } = this.#of;
      this.#clock.advance((atLeastMinutes + this.#roll(4 * atLeastMinutes)) * MINUTE_MS);
      await this.#comesDue();
      for (; openings[opened] !== undefined && openings[opened]! <= this.#clock.now(); opened += 1)
        await this.#open();
      await this.#somebodyActs();
      await this.#comesDue();
      const [outage] = outages;
      if (outage !== undefined && outage.from <= this.#clock.now()) {
        outages.shift();
        await this.#running?.stop();
        this.#clock.advance(outage.hours * HOUR_MS);
        await this.#up();
        await this.#comesDue();
      }
    }
  }

  /** At any hour, and every second one from before the evening's reminders until some hour of the night. */
  #outages(end: number): { from: number; hours: number }[] {
    return this.#moments(this.#of.downtimes, BEGUN + DAY_MS, end).map((from, index) =>
      index % 2 === 0
        ? { from, hours: 1 + this.#roll(30) }
        : { from: from - (from % DAY_MS) + 16 * HOUR_MS, hours: 6 + this.#roll(7) },
    );
  }

  async #up(): Promise<void> {
    this.#running = await startHere(this.#place, this.#clock);
    this.#town.movesTo(this.#running.house);
  }

  /** What is due is done, and all that follows from it, before time goes on. */
  async #comesDue(): Promise<void> {
    const { house } = this.#running!;
    for (let round = 0; round < 2; round += 1) {
      await house.dues.run();
      await house.dues.idle();
    }
    await this.#quiet();
    this.#ledger.looked();
  }

  async #quiet(): Promise<void> {
    const { house } = this.#running!;
    await house.reception.idle();
    await house.effects.idle();
    await house.outbox.idle();
    await house.conversations.idle();
    await pause(0);
  }

  async #somebodyActs(): Promise<void> {
    const { time } = localOf(this.#clock.now(), ZONE);
    const awake = time > '06:30' && time < '22:30';
    const times = awake ? 1 + this.#roll(3) : this.#roll(2);
    const acting = new Set(Array.from({ length: times }, () => this.#users[this.#roll(this.#users.length)]!));
    for (const user of acting) await (this.#roll(5) === 0 ? this.#givesBack(user) : this.#signsUp(user));
    if (this.#roll(24) === 0) await this.#moves();
    if (this.#roll(25) === 0) await this.#cancels();
    if (this.#roll(40) === 0) await this.#closes();
    await this.#quiet();
  }

  async #signsUp(user: string): Promise<void> {
    await this.#town.act(user, { say: 'activités' });
    const offered = this.#town.offered(user).filter((key) => this.#ledger.mayJoin(user, key));
    const event = offered[this.#roll(Math.max(1, offered.length))];
    if (event === undefined) return;
    await this.#town.act(user, { tap: event });
    if (this.#town.offered(user).includes('inscrire'))
      this.#ledger.signedUp(user, event, await this.#town.act(user, { tap: 'inscrire' }));
  }

  async #givesBack(user: string): Promise<void> {
    const event = this.#ledger.ofSomebody(user, this.#roll);
    if (event === undefined) return;
    await this.#town.act(user, { say: 'activités' });
    await this.#town.act(user, { tap: 'miennes' });
    if (!this.#town.offered(user).includes(event)) return;
    await this.#town.act(user, { tap: event });
    // A cancelled one stays among theirs until it would have begun.
    if (!this.#town.offered(user).includes('annuler')) return;
    await this.#town.act(user, { tap: 'annuler' });
    await this.#town.act(user, { tap: 'oui' });
    this.#ledger.gaveBack(user, event);
  }

  async #open(): Promise<void> {
    const plan = buildPlan(this.#clock.now(), {
      starts: this.#someTime(),
      capacity: 2 + this.#roll(12),
      exact: null,
    });
    const id = await this.#desk!.create(ORG, plan);
    const event = await this.#desk!.find({ id, org: ORG });
    await this.#desk!.become(event!, 'open');
    this.#ledger.opened(id, plan.starts);
  }

  async #moves(): Promise<void> {
    const id = this.#ledger.anyEvent(this.#roll);
    const event = id === undefined ? null : await this.#desk!.find({ id, org: ORG });
    if (event === null || event.starts <= this.#clock.now()) return;
    const starts = this.#someTime();
    const moved = await this.#desk!.edit(event, event.rev, { ...event, starts });
    if (moved.kind === 'changed') this.#ledger.moved(event.id, starts);
  }

  async #cancels(): Promise<void> {
    const id = this.#ledger.anyEvent(this.#roll);
    const event = id === undefined ? null : await this.#desk!.find({ id, org: ORG });
    if (event !== null && (await this.#desk!.become(event, 'cancelled')).kind === 'changed')
      this.#ledger.cancelled(event.id);
  }

  /** A closed one takes nobody any more; who is in it is reminded as ever. */
  async #closes(): Promise<void> {
    const id = this.#ledger.anyEvent(this.#roll);
    const event = id === undefined ? null : await this.#desk!.find({ id, org: ORG });
    if (event !== null) await this.#desk!.become(event, 'closed');
  }

  /** Some minute of the next days from 6:00 to 21:59; no two events ever have the same. */
  #someTime(): number {
    for (;;) {
      const day = localOf(this.#clock.now() + this.#roll(7) * DAY_MS, ZONE).day;
      const [hour, minute] = [6 + this.#roll(16), this.#roll(60)].map((part) =>
        String(part).padStart(2, '0'),
      );
      const at = momentOf({ day, time: `${hour}:${minute}` }, ZONE) ?? 0;
      if (at > this.#clock.now() + HOUR_MS && this.#ledger.isFree(at)) return at;
    }
  }

  #moments(count: number, from: number, to: number): number[] {
    const span = Math.floor((to - from) / MINUTE_MS);
    return Array.from({ length: count }, () => from + this.#roll(span) * MINUTE_MS).sort((a, b) => a - b);
  }

  async #everybody(act: (user: string) => Promise<unknown>): Promise<void> {
    for (let from = 0; from < this.#users.length; from += AT_ONCE)
      await Promise.all(this.#users.slice(from, from + AT_ONCE).map(act));
  }

  /** The desk behind the pages, in another process so to say: it shares the database and the keys alone. */
  async #organiser(): Promise<Desk> {
    const keys = keyring(keyringFile.parse(JSON.parse(await readFile(this.#place.env['KEY_FILE']!, 'utf8'))));
    const { fingerprint, sealer } = keys;
    const stores = volunteerStores({ db: this.#connection.db!, sealer });
    const parts = {
      ...{ fingerprint, sealer, clock: this.#clock, chance: realChance, zone: ZONE },
      dues: new DueDateStore(this.#connection, keys, realChance),
      ...stores,
    };
    return desk({ ...parts, places: places(parts) });
  }
}
