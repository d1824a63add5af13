import type { VNode } from 'preact';
import type { Role, StaffAnswer, StaffContext } from '../../../web/staff/index.ts';
import type { DailyCounts } from '../desk/daily-counts-store.ts';
import type { Desk } from '../desk/desk.ts';
import type { PeopleList } from '../desk/people-list.ts';
import type { CountedEvent, EventsStore } from '../events/events-store.ts';
import type { Outside } from '../ports.ts';
import type { VolunteersStore } from '../volunteer/volunteers-store.ts';
import { notFound } from './not-found.tsx';
import type { Page } from './page.ts';
import { VOLUNTEERS } from './texts.ts';

/** Who sees activities and their numbers. */
export const SEES: readonly Role[] = ['admin', 'organiser', 'editor', 'analyst', 'viewer'];
/** Who changes them, sees who comes, and records a guardian's consent. */
export const EDITS: readonly Role[] = ['admin', 'organiser'];

export interface PagesDeps extends Pick<Outside, 'clock' | 'zone'> {
  desk: Desk;
  events: EventsStore;
  list: PeopleList;
  volunteers: VolunteersStore;
  counts: DailyCounts;
  placeName: Page['placeName'];
}

export const pageOf = ({ clock, zone, placeName }: PagesDeps, ctx: StaffContext): Page => ({
  ctx,
  texts: VOLUNTEERS[ctx.frame.lang],
  zone,
  now: clock.now(),
  placeName,
});

type Answer = VNode | StaffAnswer;

/** Finds the activity of the path within the person's organisation, or answers 404. */
export const withEvent =
  <A extends Answer>(deps: PagesDeps, answer: (page: Page, event: CountedEvent) => A | Promise<A>) =>
  async (ctx: StaffContext): Promise<A | StaffAnswer> => {
    const page = pageOf(deps, ctx);
    const event = await deps.desk.find({ id: ctx.params['event'] ?? '', org: ctx.person.org });
    return event === null ? notFound(page) : answer(page, event);
  };

export const mayEdit = ({ ctx }: Page): boolean => EDITS.includes(ctx.person.role);
