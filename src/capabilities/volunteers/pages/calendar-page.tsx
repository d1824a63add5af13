import type { VNode } from 'preact';
import { StaffPage } from '../../../web/kit/index.ts';
import type { Month } from '../desk/month.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { localOf } from '../when.ts';
import { eventPath, longDay, type Page } from './page.ts';
import { volunteerStyles } from './styles.ts';

interface CalendarPageProps {
  page: Page;
  month: Month;
  events: readonly CountedEvent[];
}

/** One month: a list of the days on a phone, seven columns on a desk. Which month stands in the address. */
export function CalendarPage({ page, month, events }: CalendarPageProps): VNode {
  const { ctx, texts, zone } = page;
  const name = new Intl.DateTimeFormat(ctx.frame.lang, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month.id}-01T00:00:00Z`));
  const today = localOf(page.now, zone).day;
  return (
    <StaffPage
      {...ctx.frame}
      title={texts.month.title(name)}
      lead={texts.month.lead}
      styles={volunteerStyles}
    >
      <p>
        <a href="/staff/events">{texts.back}</a>
      </p>
      <nav class="bar" aria-label={texts.month.choose}>
        <a rel="prev" href={`?mois=${month.previous}`}>
          ← {texts.month.previous}
        </a>
        <a rel="next" href={`?mois=${month.next}`}>
          {texts.month.next} →
        </a>
      </nav>
      {events.length === 0 ? <p>{texts.month.empty}</p> : null}
      <ul class="month-names" aria-hidden="true">
        {texts.month.days.map((day) => (
          <li key={day}>{day}</li>
        ))}
      </ul>
      <ol class={`month month-from-${month.firstWeekday}`}>
        {month.days.map((day) => (
          <Day
            key={day}
            page={page}
            day={day}
            today={day === today}
            events={events.filter((event) => event.day === day)}
          />
        ))}
      </ol>
    </StaffPage>
  );
}

interface DayProps extends Pick<CalendarPageProps, 'page' | 'events'> {
  day: string;
  today: boolean;
}

function Day({ page, day, today, events }: DayProps): VNode {
  const classes = [events.length === 0 ? 'month-free' : '', today ? 'month-today' : ''].filter(Boolean);
  return (
    <li class={classes.join(' ') || undefined}>
      <p class="month-day">
        <span class="month-long">{longDay({ ...page, zone: 'UTC' }, Date.parse(`${day}T00:00:00Z`))}</span>
        <span class="month-short" aria-hidden="true">
          {Number(day.slice(8))}
        </span>
      </p>
      {events.length === 0 ? null : (
        <ul>
          {events.map((event) => (
            <li key={event.id} class={event.state === 'cancelled' ? 'month-off' : undefined}>
              <a href={eventPath(event)}>
                {localOf(event.starts, page.zone).time} <span lang="fr">{event.title.fr}</span>
                {event.state === 'open' ? null : ` (${page.texts.states[event.state].toLowerCase()})`}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
