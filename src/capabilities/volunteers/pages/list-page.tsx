import type { VNode } from 'preact';
import {
  ButtonLink,
  EmptyState,
  type Found,
  listAddress,
  ListBar,
  ListCount,
  type ListFilter,
  ListPages,
  StaffPage,
} from '../../../web/kit/index.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { countOf, eventPath, type Page, whenOf } from './page.ts';
import { StateMark } from './state-mark.tsx';
import { volunteerStyles } from './styles.ts';

export type View = 'upcoming' | 'past';

interface ListPageProps {
  page: Page;
  view: View;
  found: Found<CountedEvent>;
  filters: readonly ListFilter<CountedEvent>[];
  mayEdit: boolean;
}

/** An organisation's activities, those to come or those past. */
export function ListPage({ page, view, found, filters, mayEdit }: ListPageProps): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={volunteerStyles}>
      <nav class="bar" aria-label={texts.menu}>
        <a href="/staff/events" aria-current={view === 'upcoming' ? 'page' : undefined}>
          {texts.upcoming}
        </a>
        <a href="/staff/events?vue=past" aria-current={view === 'past' ? 'page' : undefined}>
          {texts.past}
        </a>
        <a href="/staff/events/calendar">{texts.calendar}</a>
        {mayEdit ? (
          <span class="bar-end">
            <ButtonLink href="/staff/events/new">{texts.create}</ButtonLink>
          </span>
        ) : null}
      </nav>
      {found.total === 0 ? (
        <Nothing page={page} view={view} />
      ) : (
        <Events page={page} view={view} found={found} filters={filters} />
      )}
    </StaffPage>
  );
}

const PATH = '/staff/events';
/** From so many activities on there is something to look for. */
const BAR_FROM = 8;

function Events({ page, view, found, filters }: Omit<ListPageProps, 'mayEdit'>): VNode {
  const { state, all, total } = found;
  const kept: Record<string, string> = view === 'past' ? { vue: view } : {};
  const place = { path: PATH, kept, state };
  return (
    <>
      {total >= BAR_FROM ? <ListBar {...place} filters={filters} /> : null}
      <ListCount {...place} found={all.length} total={total} file={PATH} />
      <Cards page={page} events={found.rows} />
      <ListPages
        page={found.page}
        pages={found.pages}
        href={(at) => listAddress(PATH, kept, { ...state, page: at })}
      />
    </>
  );
}

function Nothing({ page: { texts }, view }: Pick<ListPageProps, 'page' | 'view'>): VNode {
  return (
    <EmptyState title={view === 'past' ? texts.emptyPast : texts.emptyTitle}>
      {view === 'past' ? null : <p>{texts.empty}</p>}
    </EmptyState>
  );
}

function Cards({ page, events }: { page: Page; events: readonly CountedEvent[] }): VNode {
  const { texts } = page;
  return (
    <ul class="cards">
      {events.map((event) => {
        const confirmed = Math.min(event.inLine, event.capacity);
        const waiting = event.inLine - confirmed;
        return (
          <li key={event.id}>
            <h2>
              <a href={eventPath(event)} lang="fr">
                {event.title.fr}
              </a>
            </h2>
            <p>{whenOf(page, event.starts)}</p>
            <p lang="fr">{event.place}</p>
            {event.org === page.ctx.person.org ? null : <p>{event.org}</p>}
            <p>
              <StateMark event={event} page={page} /> {texts.kinds[event.kind]}
            </p>
            <p>
              <strong>{texts.placesOf(countOf(page, confirmed), countOf(page, event.capacity))}</strong>
              {waiting > 0 ? ` · ${texts.waitingOf(countOf(page, waiting))}` : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
