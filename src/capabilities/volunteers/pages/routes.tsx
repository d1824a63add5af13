import { eachLang, findRows } from '../../../web/kit/index.ts';
import { flashesIn, listFile, type StaffContext, type StaffRoute } from '../../../web/staff/index.ts';
import { monthOf } from '../desk/month.ts';
import type { CountedEvent, Period } from '../events/events-store.ts';
import { CalendarPage } from './calendar-page.tsx';
import { eventColumns, eventFilters } from './event-columns.ts';
import { EventPage } from './event-page.tsx';
import { guardianRoutes } from './guardian-routes.tsx';
import { ListPage } from './list-page.tsx';
import { MAX_LINE } from '../places/line.ts';
import { moveRoutes } from './move-routes.tsx';
import type { Page } from './page.ts';
import { foundPeople } from './people-columns.tsx';
import { peopleRoutes } from './people-routes.tsx';
import { VOLUNTEERS } from './texts.ts';
import { isSeen, mayEdit, mayList, pageOf, type PagesDeps, SEES, withSeenEvent } from './with-event.ts';
import { writeRoutes } from './write-routes.tsx';

/** Cards a page. */
const EVENTS_A_PAGE = 24;
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
        const columns = eventColumns(page);
        const rows = view === 'past' ? found.reverse() : found;
        const spec = { columns, filters: eventFilters(page, rows), rows, aPage: EVENTS_A_PAGE };
        const shown = findRows(spec, ctx.query, ctx.frame.lang);
        if (shown.state.file) return listFile('activites', columns, shown);
        return (
          <ListPage page={page} view={view} found={shown} filters={spec.filters} mayEdit={mayEdit(page)} />
        );
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
            people={mayList(page) ? await peopleOf(deps, page, event) : null}
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

/** All of the line is looked through for what the address asks for; it holds a few thousand at most. */
async function peopleOf({ list }: PagesDeps, page: Page, event: CountedEvent) {
  const people = await list.list(event.id, { skip: 0, limit: MAX_LINE });
  return { people, found: foundPeople(page, event, people) };
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
