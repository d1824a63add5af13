import { csvFile, type StaffAnswer, type StaffRoute } from '../../../web/staff/index.ts';
import { MAX_REVEALS, REVEAL_REASONS } from '../desk/reveal.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { MAX_LINE } from '../places/line.ts';
import { localOf } from '../when.ts';
import { notFound } from './not-found.tsx';
import type { Page } from './page.ts';
import { cellsOf } from './people-section.tsx';
import { RevealedPage, RevealPage } from './reveal-page.tsx';
import { EDITS, type PagesDeps, withEvent } from './with-event.ts';

/** Who signed up: the list as a file, and one name at a time for a reason (T23). */
export function peopleRoutes(deps: PagesDeps): StaffRoute[] {
  return [
    {
      method: 'get',
      path: '/events/:event/list.csv',
      roles: EDITS,
      render: withEvent(deps, (page, event) => file(deps, page, event)),
    },
    {
      method: 'get',
      path: '/events/:event/people/:ticket',
      roles: EDITS,
      render: withEvent<StaffAnswer>(deps, (page, event) => {
        const ticket = ticketOf(page);
        if (ticket === undefined) return notFound(page);
        return { kind: 'page', status: 200, page: <RevealPage page={page} event={event} ticket={ticket} /> };
      }),
    },
    {
      method: 'post',
      path: '/events/:event/people/:ticket',
      roles: EDITS,
      reads: 'A',
      act: withEvent<StaffAnswer>(deps, (page, event) => reveal(deps, page, event)),
    },
  ];
}

async function reveal(
  { list, counts, zone }: PagesDeps,
  page: Page,
  event: CountedEvent,
): Promise<StaffAnswer> {
  const { ctx, texts, now } = page;
  const ticket = ticketOf(page);
  if (ticket === undefined) return notFound(page);
  const refused = (status: number, error: string): StaffAnswer => ({
    kind: 'page',
    status,
    page: <RevealPage page={page} event={event} ticket={ticket} error={error} />,
  });
  const reason = REVEAL_REASONS.find((each) => each === ctx.form['reason']);
  if (reason === undefined) return refused(400, texts.reveal.choose);
  const looks = await counts.count('reveal', ctx.person.id, localOf(now, zone).day);
  if (looks > MAX_REVEALS) return refused(429, texts.reveal.enough);
  await ctx.audit('volunteers.name_revealed', `event/${event.id}`, { ticket, reason });
  const name = await list.nameOf(event.id, ticket);
  return { kind: 'page', status: 200, page: <RevealedPage page={page} event={event} name={name} /> };
}

/** The whole list as the page shows it: in order, without names. */
async function file({ list }: PagesDeps, page: Page, event: CountedEvent): Promise<StaffAnswer> {
  const { list: words } = page.texts;
  const people = await list.list(event.id, { skip: 0, limit: MAX_LINE });
  const columns = ['state', 'band', 'region', 'skill', 'languages'] as const;
  return csvFile(`activite_${event.day}_${event.id}.csv`, [
    [event.title.fr, event.day],
    [words.rank, ...columns.map((key) => words[key])],
    ...people.map((person) => {
      const cells = cellsOf(page, person);
      return [String(person.position), ...columns.map((key) => cells[key])];
    }),
  ]);
}

/** `undefined`: no ticket has such a number. */
function ticketOf({ ctx }: Page): number | undefined {
  const text = ctx.params['ticket'] ?? '';
  return /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : undefined;
}
