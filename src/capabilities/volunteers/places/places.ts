import { reminderAt } from '../reminders/reminder-at.ts';
import type { Outside } from '../ports.ts';
import { localOf } from '../when.ts';
import type { LineStore, Outlook } from './line-store.ts';
import type { Standing } from './line.ts';
import { claimId, openReach, type Reach, sealReach, signupId, type StoredSignup } from './signup.ts';
import type { SignupsStore } from './signups-store.ts';

export const LINE_DUE = 'volunteers.line';
export const NEWS_DUE = 'volunteers.news';
export const CHANGE_DUE = 'volunteers.change';
export const REMINDER_DUE = 'volunteers.reminder';

export interface PlacesDeps
  extends Pick<Outside, 'fingerprint' | 'sealer' | 'clock' | 'chance' | 'zone' | 'dues'> {
  lines: LineStore;
  signups: SignupsStore;
}

/** Somebody's ticket for an event. */
export interface Ticket {
  event: string;
  ticket: number;
}

type Seen = Pick<Outlook, 'starts'>;

/** What happens to places once a turn is committed. Everything here may be repeated. */
export interface Places {
  /** Commits have confirmed these claims: they stay, are written down, and will be reminded of. */
  keep(event: string, kept: readonly (Reach & { ticket: number })[]): Promise<void>;
  /** The ticket is given back; whoever is next is told. */
  release(whom: Reach, of: Ticket, why: 'own' | 'unreachable'): Promise<void>;
  /** Everything this person has at these events is gone, their places free; how many sign-ups that were. */
  forget(person: string, events: readonly string[]): Promise<number>;
  /** How many sign-ups for these events are kept of a person. */
  keptOf(person: string, events: readonly string[]): Promise<number>;
  standing(event: string, person: string): Promise<Standing | null>;
  /** Promises a reminder to somebody who has a place, if there is still time for one. */
  remind(signup: Pick<StoredSignup, '_id' | 'event' | 'ticket'>, starts: number): Promise<void>;
  /** Has the line looked after soon: those who moved up are told, lapsed claims leave. */
  lookAfter(event: string, at?: number): Promise<void>;
  reachOf(signup: StoredSignup): Reach;
}

export function places(deps: PlacesDeps): Places {
  const { lines, signups, fingerprint, sealer, clock, chance, zone, dues } = deps;
  const idOf = (event: string, person: string): Buffer => signupId(fingerprint, event, person);

  // Each wish is a new one: set again while it is being run, it must come once more.
  const lookAfter = (event: string, at = clock.now()): Promise<void> =>
    dues.set({ kind: LINE_DUE, id: event, at, params: { event, wish: chance.token(6) } });

  const remind: Places['remind'] = async ({ _id, event, ticket }, starts) => {
    const id = _id.toString('hex');
    const at = reminderAt(starts, clock.now(), zone);
    if (at === null) await dues.cancel(REMINDER_DUE, id);
    else await dues.set({ kind: REMINDER_DUE, id, at, params: { event, signup: id, ticket } });
  };

  const write = async (whom: Reach, { event, ticket }: Ticket, _id: Buffer, seen: Seen): Promise<void> => {
    const reach = sealReach(sealer, _id, whom);
    await signups.keep({ _id, event, ticket, state: 'kept', reach, day: localOf(seen.starts, zone).day });
    await remind({ _id, event, ticket }, seen.starts);
  };

  /** The claim had lapsed before its commit was followed up: its person was told of a place, and is told again. */
  const again = async (whom: Reach, event: string, _id: Buffer, seen: Seen): Promise<void> => {
    const claim = claimId(fingerprint, whom.conversation, { inbound: event, call: -1 });
    const age = Number.POSITIVE_INFINITY;
    const claimed = await lines.claim({ event, who: _id, claim, now: clock.now(), age });
    if (claimed.kind === 'standing') {
      const { ticket } = claimed.standing;
      await lines.confirm(event, _id, ticket);
      await write(whom, { event, ticket }, _id, seen);
    }
    const params = { event, conversation: whom.conversation };
    await dues.set({ kind: NEWS_DUE, id: _id.toString('hex'), at: clock.now(), params });
  };

  return {
    lookAfter,
    remind,
    standing: (event, person) => lines.standing(event, idOf(event, person)),
    reachOf: (signup) => openReach(sealer, signup),
    async keptOf(person, events) {
      return (await signups.findMany(events.map((event) => idOf(event, person)))).size;
    },
    async keep(event, kept) {
      const seen = await lines.outlook(event);
      if (seen === null) return;
      for (const { ticket, ...whom } of kept) {
        const _id = idOf(event, whom.person);
        if (await lines.confirm(event, _id, ticket)) {
          await write(whom, { event, ticket }, _id, seen);
          continue;
        }
        const before = await signups.find(_id);
        // It was kept and given back since, or a newer one was taken: this is an old effect, come once more.
        if (before === null || before.ticket < ticket) await again(whom, event, _id, seen);
      }
      const now = await lines.outlook(event);
      if (now?.moved === true) await lookAfter(event);
      // An unconfirmed claim ahead of somebody who waits may lapse with nobody there to see it.
      else if (now?.lapses != null) await lookAfter(event, now.lapses + 1);
    },
    async release(whom, { event, ticket }, why) {
      const _id = idOf(event, whom.person);
      const before = await signups.find(_id);
      const reach = before?.reach ?? sealReach(sealer, _id, whom);
      const day = before?.day ?? localOf(clock.now(), zone).day;
      await signups.release({ _id, event, ticket, state: 'released', why, reach, day });
      await lines.release(event, _id, ticket);
      if ((await lines.standing(event, _id)) === null) await dues.cancel(REMINDER_DUE, _id.toString('hex'));
      await lookAfter(event);
    },
    async forget(person, events) {
      const ids = new Map(events.map((event) => [event, idOf(event, person)]));
      const known = await signups.findMany([...ids.values()]);
      const inLine = new Set(await lines.withAny([...ids.values()]));
      let gone = 0;
      for (const [event, _id] of ids) {
        if (!known.has(_id.toString('hex')) && !inLine.has(event)) continue;
        await dues.cancel(REMINDER_DUE, _id.toString('hex'));
        await lines.remove(event, _id);
        // Looked after before the last trace is gone: a repetition after a crash must find it.
        await lookAfter(event);
        gone += await signups.remove(_id);
      }
      return gone;
    },
  };
}
