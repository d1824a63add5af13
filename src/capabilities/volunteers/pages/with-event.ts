import type { VNode } from 'preact';
import { inScope, type Role, type StaffAnswer, type StaffContext } from '../../../web/staff/index.ts';
import { asGuest, type Walls } from '../../wall.ts';
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
export const SEES: readonly Role[] = ['admin', 'organiser', 'editor', 'analyst', 'coordinator', 'viewer'];
/** Who sees who comes; a coordinator in their regions. */
export const LISTS: readonly Role[] = ['admin', 'organiser', 'coordinator'];
/** Who changes them, and records a guardian's consent. */
export const EDITS: readonly Role[] = ['admin', 'organiser'];

export interface PagesDeps extends Pick<Outside, 'clock' | 'zone'> {
  desk: Desk;
  events: EventsStore;
  list: PeopleList;
  volunteers: VolunteersStore;
  counts: DailyCounts;
  placeName: Page['placeName'];
  walls: Walls;
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
    return event === null || !inScope(ctx.person, event.region) ? notFound(page) : answer(page, event);
  };

/** The same for reading it: also what another organisation shares, which is then a guest's page. */
export const withSeenEvent =
  <A extends Answer>(deps: PagesDeps, answer: (page: Page, event: CountedEvent) => A | Promise<A>) =>
  async (ctx: StaffContext): Promise<A | StaffAnswer> => {
    const event = await deps.events.find(ctx.params['event'] ?? '');
    if (event?.org === ctx.person.org) return withEvent(deps, answer)(ctx);
    const page = pageOf(deps, asGuest(ctx));
    const shared = event !== null && (await deps.walls.mayRead(ctx.person.org, event.org, 'events'));
    return shared && isSeen(ctx, event) ? answer(page, event) : notFound(page);
  };

/** Whether a list shows it: in one's regions, and of others what is decided. */
export const isSeen = ({ person }: StaffContext, { org, state, region }: CountedEvent): boolean =>
  inScope(person, region) && (org === person.org || state !== 'draft');

export const mayEdit = ({ ctx }: Page): boolean => EDITS.includes(ctx.person.role);

export const mayList = ({ ctx }: Page): boolean => LISTS.includes(ctx.person.role);
