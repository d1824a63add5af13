import type { VNode } from 'preact';
import { Table } from '../../../web/kit/index.ts';
import { QUIET_FROM, QUIET_TO } from '../../../domain/quiet-hours.ts';
import { HOURS, MARKETS } from '../days/read-days.ts';
import type { Page } from './page.ts';

/** The hours of every day, every Friday and every day of the fast. */
export function Hours({ page }: { page: Page }): VNode {
  const { ctx, texts } = page;
  const night = {
    ...{ when: texts.night, from: QUIET_FROM, to: QUIET_TO },
    ...{ source: texts.nightSource, lang: ctx.frame.lang as string },
  };
  const rows = [night, ...HOURS.map((hours) => ({ ...hours, when: texts.hours[hours.when], lang: 'fr' }))];
  return (
    <section class="calendar-part" aria-labelledby="heures">
      <h2 id="heures">{texts.hoursTitle}</h2>
      <Table
        id="heures-calmes"
        caption={texts.hoursCaption}
        rows={rows}
        columns={[
          { key: 'when', header: texts.hourColumns.when, names: true, cell: ({ when }) => when },
          {
            key: 'hours',
            header: texts.hourColumns.hours,
            cell: ({ from, to }) => texts.between(clock(from), clock(to)),
          },
          {
            key: 'source',
            header: texts.hourColumns.source,
            cell: ({ lang, source }) => <span lang={lang}>{source}</span>,
          },
        ]}
      />
    </section>
  );
}

/** Hints, each with where it is known from. */
export function Markets({ page }: { page: Page }): VNode {
  const { ctx, texts, placeName } = page;
  return (
    <section class="calendar-part" aria-labelledby="marches">
      <h2 id="marches">{texts.marketsTitle}</h2>
      <p>{texts.marketsLead}</p>
      {MARKETS.length === 0 ? (
        <p>{texts.marketsEmpty}</p>
      ) : (
        <Table
          id="jours-de-marche"
          caption={texts.marketsCaption}
          rows={MARKETS}
          columns={[
            {
              key: 'cercle',
              header: texts.marketColumns.cercle,
              names: true,
              cell: ({ cercle }) => placeName(cercle) ?? cercle,
            },
            {
              key: 'weekday',
              header: texts.marketColumns.weekday,
              cell: ({ weekday }) => weekdayName(weekday, ctx.frame.lang),
            },
            {
              key: 'source',
              header: texts.marketColumns.source,
              cell: ({ source }) => <span lang="fr">{source}</span>,
            },
          ]}
        />
      )}
      <p>{texts.marketsAdd}</p>
    </section>
  );
}

const two = (n: number): string => String(n).padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** 4 January 1970 was a Sunday. */
const weekdayName = (weekday: number, lang: string): string =>
  new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(1970, 0, 4 + weekday));
