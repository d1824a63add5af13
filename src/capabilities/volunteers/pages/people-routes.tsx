import { fileRows } from '../../../web/kit/index.ts';
import { csvFile, revealRefusal, type StaffAnswer, type StaffRoute } from '../../../web/staff/index.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { MAX_LINE } from '../places/line.ts';
import { notFound } from './not-found.tsx';
import { eventPath, type Page } from './page.ts';
import { foundPeople, peopleColumns } from './people-columns.tsx';
import { RevealedPage, RevealPage } from './reveal-page.tsx';
import { LISTS, type PagesDeps, withEvent } from './with-event.ts';

/** Who signed up: the list as a file, and one name at a time for a reason (T23). */
export function peopleRoutes(deps: PagesDeps): StaffRoute[] {
  return [
    {
      method: 'get',
      path: '/events/:event/list.csv',
      roles: LISTS,
      render: withEvent(deps, (page, event) => file(deps, page, event)),
    },
    {
      method: 'get',
      path: '/events/:event/people/:ticket',
      roles: LISTS,
      reveals: true,
      render: withEvent<StaffAnswer>(deps, (page, event) => person(deps, page, event)),
    },
    {
      method: 'post',
      path: '/events/:event/people/:ticket',
      roles: LISTS,
      reveals: true,
      act: withEvent<StaffAnswer>(deps, reveal),
    },
  ];
}

/** The name while the look is open; otherwise the question why. */
async function person({ list }: PagesDeps, page: Page, event: CountedEvent): Promise<StaffAnswer> {
  const ticket = ticketOf(page);
  if (ticket === undefined) return notFound(page);
  if (!(await page.ctx.revealed(subjectOf(event, ticket))))
    return { kind: 'page', status: 200, page: <RevealPage page={page} event={event} ticket={ticket} /> };
  const name = await list.nameOf(event.id, ticket);
  return { kind: 'page', status: 200, page: <RevealedPage page={page} event={event} name={name} /> };
}

async function reveal(page: Page, event: CountedEvent): Promise<StaffAnswer> {
  const { ctx } = page;
  const ticket = ticketOf(page);
  if (ticket === undefined) return notFound(page);
  try {
    await ctx.reveal({ ...ctx.form, subject: subjectOf(event, ticket) });
  } catch (cause) {
    const { status, words } = revealRefusal(cause, ctx.frame.lang);
    const again = <RevealPage page={page} event={event} ticket={ticket} error={words} />;
    return { kind: 'page', status, page: again };
  }
  return { kind: 'see_other', to: eventPath(event, `/people/${ticket}`) };
}

const subjectOf = ({ id }: CountedEvent, ticket: number): string => `event/${id}/ticket/${ticket}`;

/** The list as the page shows it, all of its pages: what the address asks for, in its order, without names. */
async function file({ list }: PagesDeps, page: Page, event: CountedEvent): Promise<StaffAnswer> {
  const people = await list.list(event.id, { skip: 0, limit: MAX_LINE });
  const { all } = foundPeople(page, event, people);
  return csvFile(`activite_${event.day}_${event.id}.csv`, [
    [event.title.fr, event.day],
    ...fileRows(peopleColumns(page, event), all),
  ]);
}

/** `undefined`: no ticket has such a number. */
function ticketOf({ ctx }: Page): number | undefined {
  const text = ctx.params['ticket'] ?? '';
  return /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : undefined;
}
