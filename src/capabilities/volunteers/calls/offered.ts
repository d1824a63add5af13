import { z } from 'zod';
import type { CallKind, Fingerprint } from '../../../conversation/ports.ts';
import type { Clock } from '../../../domain/clock.ts';
import type { CountedEvent, EventsStore } from '../events/events-store.ts';
import { titleIn } from '../events/words.ts';
import type { LineStore } from '../places/line-store.ts';
import { signupId } from '../places/signup.ts';
import { localOf } from '../when.ts';

/** People plan no further ahead, and later events come into the list by themselves. */
const AHEAD_MS = 6 * 7 * 86_400_000;
/** Buttons a small screen shows with the two of the menu below them. */
const MAX_OFFERED = 6;

export interface ListDeps {
  events: EventsStore;
  lines: LineStore;
  fingerprint: Fingerprint;
  clock: Clock;
  zone: string;
}

/** Open events of the next weeks, as buttons; `all: false` keeps those this person signed up for, full or closed too. */
export const offeredCall = (deps: ListDeps): CallKind => ({
  name: 'volunteers.offered',
  kind: 'reads',
  params: z.strictObject({ all: z.boolean() }),
  async run(params, { person, lang }) {
    const now = deps.clock.now();
    const found =
      params['all'] === true
        ? await deps.events.offered({ from: now, to: now + AHEAD_MS }, MAX_OFFERED)
        : await mine(deps, person, now);
    return found.map((event) => ({
      key: event.id,
      label: `${shortDay(event.starts, deps.zone)} ${titleIn(event, lang)}`,
    }));
  },
});

async function mine(deps: ListDeps, person: string, now: number): Promise<CountedEvent[]> {
  const ids = await deps.events.idsFrom(now);
  const who = ids.map((id) => ({ id, who: signupId(deps.fingerprint, id, person) }));
  const inLine = await deps.lines.withAny(who.map((one) => one.who));
  const found = await Promise.all(inLine.slice(0, MAX_OFFERED).map((id) => deps.events.find(id)));
  return found.flatMap((event) => event ?? []);
}

/** `21/11` */
const shortDay = (ms: number, zone: string): string => {
  const [, month = '', day = ''] = localOf(ms, zone).day.split('-');
  return `${day}/${month}`;
};
