import { whenOf } from '../../src/capabilities/volunteers/events/words.ts';
import { shipped } from '../flows/shipped.ts';
import { ZONE } from '../volunteers/volunteers-world.ts';
import { expectations, type Told } from './expectations.ts';

/** An activity as organisers left it; every time it ever had. */
export interface KnownEvent {
  id: string;
  starts: number;
  /** When it was given each of its times. */
  times: { starts: number; from: number }[];
  cancelledAt: number | null;
}

/** Somebody in the line of an activity, as they were told. */
export interface Place {
  user: string;
  event: string;
  /** When they were told that they have a place; `null`: they wait. */
  since: number | null;
  until: number | null;
}

const say = (flow: string, key: string, params: Record<string, string> = {}): string =>
  shipped.speaker.say('fr', { flow, key }, params);

/** What the flows say for an activity at a time; the words tell which, for no two have the same time. */
const WORDS: readonly { kind: Told['kind']; flow: string; key: string }[] = [
  { kind: 'reminder', flow: 'rappel-activite', key: 'rappel' },
  { kind: 'changed', flow: 'activite-changee', key: 'changee' },
  { kind: 'place', flow: 'place-liberee', key: 'place' },
];

/** What happened and what was said, and whether the one follows from the other. */
export class Ledger {
  readonly counts = { reminders: 0, signUps: 0, cancels: 0, moved: 0, cancelledEvents: 0 };
  readonly #now: () => number;
  readonly #events = new Map<string, KnownEvent>();
  readonly #places: Place[] = [];
  readonly #told: Told[] = [];
  readonly #faults: string[] = [];
  /** Moments at which what was due was done. */
  readonly #looks: number[] = [];
  /** What is said of an activity at a time. */
  readonly #said = new Map<string, { kind: Told['kind']; event: string; starts: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  looked(): void {
    this.#looks.push(this.#now());
  }

  isFree(starts: number): boolean {
    return ![...this.#events.values()].some(({ times }) => times.some((time) => time.starts === starts));
  }

  opened(id: string, starts: number): void {
    this.#events.set(id, { id, starts, times: [], cancelledAt: null });
    this.#at(id, starts);
  }

  moved(id: string, starts: number): void {
    this.counts.moved += 1;
    this.#at(id, starts);
  }

  cancelled(id: string): void {
    this.counts.cancelledEvents += 1;
    this.#event(id).cancelledAt = this.#now();
  }

  /** One that lies ahead. */
  anyEvent(roll: (below: number) => number): string | undefined {
    const ahead = [...this.#events.values()].filter(
      ({ starts, cancelledAt }) => starts > this.#now() && cancelledAt === null,
    );
    return ahead[roll(Math.max(1, ahead.length))]?.id;
  }

  /** Nobody signs up twice for the same activity: what each was told stays easy to follow. */
  mayJoin(user: string, event: string): boolean {
    return this.#events.has(event) && !this.#places.some((one) => one.user === user && one.event === event);
  }

  ofSomebody(user: string, roll: (below: number) => number): string | undefined {
    const held = this.#places.filter((one) => one.user === user && one.until === null);
    return held[roll(Math.max(1, held.length))]?.event;
  }

  signedUp(user: string, event: string, answer: string): void {
    if (answer.startsWith(say('activites', 'inscrit'))) this.#join(user, event, this.#now());
    else if (/liste d'attente/u.test(answer)) this.#join(user, event, null);
    else if (answer !== say('activites', 'fermee')) this.#faults.push(`signing up was answered: ${answer}`);
  }

  gaveBack(user: string, event: string): void {
    this.counts.cancels += 1;
    for (const one of this.#placesOf(user, event)) one.until = this.#now();
  }

  /** Something nobody asked for, as it leaves. */
  heard(user: string, text: string): void {
    const [first = ''] = text.split('\n\n');
    const said = this.#said.get(first);
    if (said === undefined) {
      if (!/annulé|attends encore|pas pu être gardée/u.test(first))
        this.#faults.push(`nobody knows: ${first}`);
      return;
    }
    const told = { ...said, user, at: this.#now() };
    this.#told.push(told);
    if (said.kind === 'reminder') this.counts.reminders += 1;
    if (said.kind === 'place') for (const one of this.#placesOf(user, said.event)) one.since ??= this.#now();
    this.#faults.push(...this.#wrongIn(told));
  }

  /** Everything that was not as it must be. */
  verdict(): { owed: number; faults: string[] } {
    const { owed, faults } = expectations({
      events: [...this.#events.values()],
      places: this.#places,
      told: this.#told,
      looks: this.#looks,
    });
    return { owed, faults: [...this.#faults, ...faults] };
  }

  /** What is wrong with words at the moment they leave. */
  #wrongIn({ kind, user, event, starts, at }: Told): string[] {
    const known = this.#event(event);
    const place = this.#placesOf(user, event)[0];
    const wrong = (what: string): string[] => [
      `${kind} to ${user} of ${event} at ${whenOf(at, ZONE)}: ${what}`,
    ];
    if (known.cancelledAt !== null) return wrong('it is cancelled');
    if (known.starts <= at) return wrong('it is past');
    if (known.starts !== starts) return wrong('it is at another time');
    if (place === undefined) return wrong('they gave their place back');
    if (kind === 'reminder' && place.since === null) return wrong('they were never told of a place');
    const time = whenOf(at, ZONE).slice(-5);
    if (kind !== 'changed' && (time < '07:00' || time >= '21:00')) return wrong('quiet hours');
    return [];
  }

  #at(id: string, starts: number): void {
    const event = this.#event(id);
    event.starts = starts;
    event.times.push({ starts, from: this.#now() });
    for (const { kind, flow, key } of WORDS)
      this.#said.set(say(flow, key, { quand: whenOf(starts, ZONE) }), { kind, event: id, starts });
  }

  #join(user: string, event: string, since: number | null): void {
    this.counts.signUps += 1;
    this.#places.push({ user, event, since, until: null });
  }

  #placesOf = (user: string, event: string): Place[] =>
    this.#places.filter((one) => one.user === user && one.event === event && one.until === null);

  #event(id: string): KnownEvent {
    const event = this.#events.get(id);
    if (event === undefined) throw new Error(`No activity ${id}.`);
    return event;
  }
}
