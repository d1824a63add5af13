import type { Clock } from '../../../domain/clock.ts';
import { plainly, type PublicRoute } from '../../../web/public/index.ts';
import { type AgendaDeps, agendaOf } from './agenda.ts';
import { agendaFile } from './agenda-file.ts';
import { CalendarPage } from './calendar-page.tsx';
import { AGENDA } from './words.ts';

export interface PublicAgendaDeps extends AgendaDeps {
  clock: Clock;
  zone: string;
}

/** Calendars look every few hours; whoever looks by hand wants to see what was called off. */
const FILE_SECONDS = 300;
/** What has begun is still found by whoever is on the way. */
const BEGUN_MS = 2 * 3_600_000;

/** Activities for everybody, as a page and as a file for calendars (W12, V11). */
export function publicAgendaRoutes(deps: PublicAgendaDeps): PublicRoute[] {
  const { clock, zone } = deps;
  const agenda = agendaOf(deps);
  return [
    {
      method: 'get',
      path: '/calendar',
      nav: { fr: plainly(AGENDA.fr.menu), bm: AGENDA.bm.menu, order: 40 },
      async serve(ctx) {
        const { events, days } = await agenda();
        const coming = events.filter(({ starts }) => starts > clock.now() - BEGUN_MS);
        const page = <CalendarPage ctx={ctx} agenda={{ events: coming, days }} zone={zone} />;
        return { kind: 'page', status: 200, page };
      },
    },
    {
      method: 'get',
      path: '/calendar.ics',
      serve: async ({ lang, frame: { publicUrl } }) => ({
        ...{ kind: 'body', type: 'text/calendar; charset=utf-8', maxAge: FILE_SECONDS },
        ...{
          body: agendaFile(await agenda(), { lang, publicUrl, now: clock.now() }),
          download: 'benkan.ics',
        },
      }),
    },
  ];
}
