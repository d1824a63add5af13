import { eachLang } from '../../../web/kit/index.ts';
import { flashesIn, type StaffContext, type StaffRoute } from '../../../web/staff/index.ts';
import { monthOf } from '../desk/month.ts';
import type { CountedEvent, Period } from '../events/events-store.ts';
import { CalendarPage } from './calendar-page.tsx';
import { EventPage } from './event-page.tsx';
import { guardianRoutes } from './guardian-routes.tsx';
import { ListPage } from './list-page.tsx';
import { moveRoutes } from './move-routes.tsx';
import type { Page } from './page.ts';
import { peopleRoutes } from './people-routes.tsx';
import { VOLUNTEERS } from './texts.ts';
import { isSeen, mayEdit, mayList, pageOf, type PagesDeps, SEES, withSeenEvent } from './with-event.ts';
import { writeRoutes } from './write-routes.tsx';

/** Rows of the list of people a page shows: a phone scrolls through no more. */
const PEOPLE_A_PAGE = 50;
/** How far the list of activities looks back, and ahead of anything that can be planned. */
const TWO_YEARS_MS = 2 * 366 * 86_400_000;

/** The staff pages of activities and their volunteers. */
export function volunteerRoutes(deps: PagesDeps): StaffRoute[] {
  const { events, clock, zone, walls } = deps;
  return [
    {
      method: 'get',
      path: '/events',
      roles: SEES,
      shared: 'events',
      nav: {
        label: eachLang(VOLUNTEERS, ({ menu }) => menu),
        order: 30,
        about: eachLang(VOLUNTEERS, ({ about }) => about),
      },
      async render(ctx) {
        const now = clock.now();
        const view = ctx.query.get('vue') === 'past' ? 'past' : 'upcoming';
        const found = await listed(
          ctx,
          view === 'past' ? { from: now - TWO_YEARS_MS, to: now } : { from: now, to: now + TWO_YEARS_MS },
        );
        const page = pageOf(deps, ctx);
        const shown = view === 'past' ? found.reverse() : found;
        return <ListPage page={page} view={view} events={shown} mayEdit={mayEdit(page)} />;
      },
    },
    {
      method: 'get',
      path: '/events/calendar',
      roles: SEES,
      shared: 'events',
      async render(ctx) {
        const month = monthOf(ctx.query.get('mois'), clock.now(), zone);
        const found = await listed(ctx, month);
        return <CalendarPage page={pageOf(deps, ctx)} month={month} events={found} />;
      },
    },
    ...writeRoutes(deps),
    {
      method: 'get',
      path: '/events/:event',
      roles: SEES,
      shared: 'events',
      flashes: FLASHES,
      render: withSeenEvent(deps, async (page, event) => {
        const counts = await deps.list.counts(event.id);
        return (
          <EventPage
            page={page}
            event={event}
            counts={counts}
            people={mayList(page) ? await peopleOf(deps, page, event.id, counts) : null}
            mayEdit={mayEdit(page)}
          />
        );
      }),
    },
    ...moveRoutes(deps),
    ...peopleRoutes(deps),
    ...guardianRoutes(deps),
  ];

  /** What this person may see of their own organisation's, and of what others share. */
  async function listed(ctx: StaffContext, period: Period): Promise<CountedEvent[]> {
    const orgs = await walls.ownersFor(ctx.person.org, 'events');
    return (await events.listOf(orgs, period)).filter((event) => isSeen(ctx, event));
  }
}

async function peopleOf(
  { list }: PagesDeps,
  { ctx }: Page,
  event: string,
  { confirmed, waiting }: { confirmed: number; waiting: number },
) {
  const pages = Math.max(1, Math.ceil((confirmed + waiting) / PEOPLE_A_PAGE));
  const asked = ctx.query.get('page') ?? '1';
  // Anything but a page there is, is the nearest one.
  const page = Math.min(/^[1-9]\d{0,4}$/u.test(asked) ? Number(asked) : 1, pages);
  const people = await list.list(event, { skip: (page - 1) * PEOPLE_A_PAGE, limit: PEOPLE_A_PAGE });
  return { people, at: { page, pages } };
}

const FLASHES = {
  ...flashesIn('success', VOLUNTEERS, ({ flashes: { created, saved, told, opened, closed, cancelled } }) => ({
    ...{ created, saved, told, opened, closed, cancelled },
  })),
  ...flashesIn('error', VOLUNTEERS, ({ flashes: { no_authorisation, past, not_allowed } }) => ({
    ...{ no_authorisation, past, not_allowed },
  })),
  ...flashesIn('warning', VOLUNTEERS, ({ flashes: { stale } }) => ({ stale })),
};
