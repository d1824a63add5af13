import type { Outside } from '../ports.ts';
import { type EventPlan, type EventState, mayBecome } from '../events/event.ts';
import type { Changed, CountedEvent, EventsStore } from '../events/events-store.ts';
import { CHANGE_DUE, type Places } from '../places/places.ts';
import type { SignupsStore } from '../places/signups-store.ts';
import { localOf } from '../when.ts';

export interface DeskDeps extends Pick<Outside, 'clock' | 'chance' | 'zone' | 'dues'> {
  events: EventsStore;
  signups: SignupsStore;
  places: Places;
}

/** Whose event it is; another organisation's is as good as none. */
export interface Whose {
  id: string;
  org: string;
}

export type Refused = Extract<Changed, { kind: 'refused' }>['why'] | 'no_authorisation' | 'past';
export type Decided = { kind: 'changed'; event: CountedEvent } | { kind: 'refused'; why: Refused };

/** What the audit is told: a decision once nothing speaks against it, and that it did not come about where a race was lost. */
export interface Recorder {
  decided(): Promise<void>;
  undone(): Promise<void>;
}

/** What organisers do with events, and what follows for those who signed up. */
export interface Desk {
  find(whose: Whose): Promise<CountedEvent | null>;
  create(org: string, plan: EventPlan): Promise<string>;
  /** Changed time or place is told to everybody in the line; more places move people up. */
  edit(before: CountedEvent, rev: number, plan: EventPlan, record?: Recorder): Promise<Decided>;
  become(event: CountedEvent, to: EventState, record?: Recorder): Promise<Decided>;
}

const ID_BYTES = 6;
/** A change is written by then, or never will be. */
const WRITTEN_BY_MS = 30_000;

export function desk({ events, signups, places, clock, chance, zone, dues }: DeskDeps): Desk {
  const dayOf = (starts: number): string => localOf(starts, zone).day;
  /**
   * Promised before the change is written, so that a crash in between leaves nobody untold; then brought forward. If the
   * change is refused, the promise finds another number and says nothing.
   */
  const promise = ({ id, change, starts }: CountedEvent, at: number): Promise<void> => {
    const next = change + 1;
    const params = { event: id, change: next, before: starts };
    return dues.set({ kind: CHANGE_DUE, id: `${id}/${next}`, at, params });
  };
  return {
    async find({ id, org }) {
      const event = await events.find(id);
      return event?.org === org ? event : null;
    },
    async create(org, plan) {
      // A letter first: an id of digits alone could be taken for a phone number.
      const id = `e${Buffer.from(chance.token(ID_BYTES), 'base64url').toString('hex')}`;
      await events.add(id, org, plan, dayOf(plan.starts));
      return id;
    },
    async edit(before, rev, plan, record) {
      if (before.state === 'cancelled') return { kind: 'refused', why: 'not_allowed' };
      if (before.starts <= clock.now()) return { kind: 'refused', why: 'past' };
      if (before.state !== 'draft' && plan.authorisation === null)
        return { kind: 'refused', why: 'no_authorisation' };
      if (before.rev !== rev) return { kind: 'refused', why: 'stale' };
      if (plan.capacity < Math.min(before.inLine, before.capacity))
        return { kind: 'refused', why: 'capacity_below_confirmed' };
      await record?.decided();
      const { id, org } = before;
      const tells = before.state !== 'draft' && movesPeople(before, plan);
      const more = plan.capacity > before.capacity;
      if (tells) await promise(before, clock.now() + WRITTEN_BY_MS);
      if (more) await places.lookAfter(id, clock.now() + WRITTEN_BY_MS);
      const changed = await events.change({ id, org, rev }, plan, dayOf(plan.starts), tells);
      if (changed.kind === 'refused') {
        await record?.undone();
        return changed;
      }
      if (tells) {
        await promise(before, clock.now());
        await signups.moveDay(id, changed.event.day);
      }
      if (more) await places.lookAfter(id);
      return changed;
    },
    async become(event, to, record) {
      if (!mayBecome(event.state, to)) return { kind: 'refused', why: 'not_allowed' };
      if (to === 'open' && event.authorisation === null) return { kind: 'refused', why: 'no_authorisation' };
      if (event.starts <= clock.now() && event.state !== 'draft') return { kind: 'refused', why: 'past' };
      if (event.starts <= clock.now() && to === 'open') return { kind: 'refused', why: 'past' };
      await record?.decided();
      const { id, org, state, rev } = event;
      if (to === 'cancelled') await promise(event, clock.now() + WRITTEN_BY_MS);
      const changed = await events.become({ id, org, from: state, rev }, to);
      if (changed.kind === 'refused') await record?.undone();
      if (changed.kind === 'changed' && to === 'cancelled') await promise(event, clock.now());
      return changed;
    },
  };
}

const movesPeople = (before: EventPlan, after: EventPlan): boolean =>
  before.starts !== after.starts || before.place !== after.place || before.exact !== after.exact;
