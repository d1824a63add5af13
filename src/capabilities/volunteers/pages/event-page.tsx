import type { VNode } from 'preact';
import { Button, ButtonLink, StaffPage } from '../../../web/kit/index.ts';
import { mayBecome } from '../events/event.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { countOf, eventPath, type Page, paperDay, whenOf } from './page.ts';
import { PeopleSection, type PeopleSectionProps } from './people-section.tsx';
import { StateMark } from './state-mark.tsx';
import { volunteerStyles } from './styles.ts';

export interface EventPageProps {
  page: Page;
  event: CountedEvent;
  counts: { confirmed: number; waiting: number; cancelled: number };
  /** `null`: this role may not see the list. */
  people: Omit<PeopleSectionProps, 'page' | 'event'> | null;
  mayEdit: boolean;
}

/** One activity: its facts, its numbers, what can be done next, and who comes. */
export function EventPage({ page, event, counts, people, mayEdit }: EventPageProps): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={event.title.fr} titleLang="fr" styles={volunteerStyles}>
      <p>
        <a href="/staff/events">{texts.back}</a>
      </p>
      <p>
        <StateMark event={event} page={page} /> {texts.kinds[event.kind]}
      </p>
      <Numbers page={page} event={event} counts={counts} />
      {mayEdit ? <Moves page={page} event={event} /> : null}
      <Facts page={page} event={event} />
      {people === null ? null : <PeopleSection page={page} event={event} {...people} />}
    </StaffPage>
  );
}

function Numbers({ page, event, counts }: Pick<EventPageProps, 'page' | 'event' | 'counts'>): VNode {
  const { facts, placesOf } = page.texts;
  return (
    <dl class="event-numbers">
      <div>
        <dt>{facts.confirmed}</dt>
        <dd>{placesOf(countOf(page, counts.confirmed), countOf(page, event.capacity))}</dd>
      </div>
      <div>
        <dt>{facts.waiting}</dt>
        <dd>{countOf(page, counts.waiting)}</dd>
      </div>
      <div>
        <dt>{facts.cancelled}</dt>
        <dd>{countOf(page, counts.cancelled)}</dd>
      </div>
    </dl>
  );
}

function Facts({ page, event }: Pick<EventPageProps, 'page' | 'event'>): VNode {
  const { facts } = page.texts;
  const { authorisation } = event;
  const rows: [string, string, lang?: string][] = [
    [facts.when, whenOf(page, event.starts)],
    [facts.region, event.region === null ? facts.noRegion : (page.placeName(event.region) ?? event.region)],
    [facts.where, event.place, 'fr'],
    // Class A: it is read in the form alone, and each look there is recorded.
    [facts.exact, event.exact === null ? facts.none : facts.kept],
    [facts.minAge, facts.years(event.minAge)],
    [
      facts.authorisation,
      authorisation === null
        ? facts.missing
        : facts.authorisedBy(authorisation.by, paperDay(page, authorisation.day)),
    ],
    ...(event.title.bm === null ? [] : [[facts.titleBm, event.title.bm, 'bm'] as [string, string, string]]),
  ];
  return (
    <dl class="event-facts">
      {rows.map(([name, value, lang]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What may follow; whatever destroys is asked about once more on a page of its own. */
function Moves({ page, event }: Pick<EventPageProps, 'page' | 'event'>): VNode | null {
  const { texts } = page;
  if (event.state === 'cancelled' || event.starts <= page.now) return null;
  const opens = mayBecome(event.state, 'open');
  const ready = event.authorisation !== null;
  return (
    <div class="moves">
      {event.state === 'draft' ? <p>{ready ? texts.opens : texts.opensNot}</p> : null}
      {opens && ready ? (
        <form method="post" action={eventPath(event, '/open')}>
          <Button>{event.state === 'draft' ? texts.open : texts.reopen}</Button>
        </form>
      ) : null}
      {mayBecome(event.state, 'closed') ? (
        <form method="post" action={eventPath(event, '/close')}>
          <Button look="quiet">{texts.close}</Button>
        </form>
      ) : null}
      <ButtonLink look={opens && !ready ? 'main' : 'quiet'} href={eventPath(event, '/edit')}>
        {texts.edit}
      </ButtonLink>
      <ButtonLink look="quiet" href={eventPath(event, '/cancel')}>
        {texts.cancel}
      </ButtonLink>
    </div>
  );
}
