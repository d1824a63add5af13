import type { VNode } from 'preact';
import { dayWords, langOf, plainly, type PublicContext, PublicPage, Say } from '../../../web/public/index.ts';
import { titleIn } from '../events/words.ts';
import { localOf } from '../when.ts';
import type { Agenda, CountryDay, OpenEvent } from './agenda.ts';
import { agendaStyles } from './styles.ts';
import { AGENDA, type AgendaWords } from './words.ts';

interface CalendarProps {
  ctx: PublicContext;
  /** What is still to come of it. */
  agenda: Agenda;
  zone: string;
}

/** What takes place, the next first, and the days of the country. */
export function CalendarPage({ ctx, agenda, zone }: CalendarProps): VNode {
  const words = AGENDA[ctx.lang];
  return (
    <PublicPage
      {...ctx.frame}
      title={words.title}
      lead={<Say of={words.lead} />}
      description={plainly(words.about)}
      canonical="/calendar"
      styles={agendaStyles}
    >
      {agenda.events.length === 0 ? (
        <p>
          <Say of={words.none} />
        </p>
      ) : (
        <>
          <ul class="agenda">
            {agenda.events.map((event) => (
              <Activity key={event.id} {...{ ctx, words, event, zone }} />
            ))}
          </ul>
          <p>
            <Say of={words.join} />{' '}
            <span class="soft">
              <Say of={words.exact} />
            </span>
          </p>
        </>
      )}
      <p class="actions">
        <a class="button button-quiet" href={ctx.to('/calendar.ics')} lang={langOf(words.file)}>
          {plainly(words.file)}
        </a>
      </p>
      <p class="soft">
        <Say of={words.fileHint} />
      </p>
      <Days {...{ ctx, words }} days={agenda.days} />
    </PublicPage>
  );
}

interface ActivityProps {
  ctx: PublicContext;
  words: AgendaWords;
  event: OpenEvent;
  zone: string;
}

function Activity({ ctx: { lang }, words, event, zone }: ActivityProps): VNode {
  const { day, time } = localOf(event.starts, zone);
  const state = words.states[event.state];
  const inFrench = lang === 'bm' && event.title.bm === null;
  return (
    <li class="card">
      <p class="marks">
        <span class={`agenda-state agenda-${event.state}`} lang={langOf(state)}>
          {plainly(state)}
        </span>
        {event.demo ? (
          <span class="agenda-state" lang={langOf(words.demo)}>
            {plainly(words.demo)}
          </span>
        ) : null}
      </p>
      <h2 lang={inFrench ? 'fr' : undefined} dir="auto">
        {titleIn(event, lang)}
      </h2>
      <p>
        <time dateTime={`${day}T${time}`}>
          <Say of={words.at(dayWords(lang, day), time)} />
        </time>
        <br />
        <span dir="auto">{event.place}</span>
        <br />
        <span class="soft">
          <Say of={words.age(String(event.minAge))} />
        </span>
      </p>
    </li>
  );
}

function Days({
  ctx: { lang },
  words,
  days,
}: {
  ctx: PublicContext;
  words: AgendaWords;
  days: readonly CountryDay[];
}): VNode | null {
  if (days.length === 0) return null;
  return (
    <section aria-labelledby="jours">
      <h2 id="jours" lang={langOf(words.days)}>
        {plainly(words.days)}
      </h2>
      <ul>
        {days.map(({ id, day, name, expected }) => (
          <li key={id}>
            <time dateTime={day}>{dayWords(lang, day)}</time> · <span lang="fr">{name}</span>
            {expected ? (
              <span class="soft">
                {' '}
                (<Say of={words.expected} />)
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
