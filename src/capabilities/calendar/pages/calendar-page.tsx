import type { VNode } from 'preact';
import { daysAfter } from '../../../domain/clock.ts';
import { EmptyState, Notice, StaffPage, Table } from '../../../web/kit/index.ts';
import { type Coming, comingDays } from '../days/coming.ts';
import { Feasts } from './feasts.tsx';
import { Hours, Markets } from './hours.tsx';
import { AHEAD_DAYS, dayWords, nameOf, type Page } from './page.ts';
import { calendarStyles } from './styles.ts';

/** What holds in the next 60 days, what waits for somebody's word, and the hours of every day. */
export function CalendarPage({ page }: { page: Page }): VNode {
  const { ctx, texts, refused } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.title} lead={texts.lead} styles={calendarStyles}>
      {refused === undefined ? null : (
        <Notice tone="error" live>
          <p>{refused}</p>
        </Notice>
      )}
      <Feasts page={page} />
      <ComingDays page={page} />
      <Hours page={page} />
      <Markets page={page} />
    </StaffPage>
  );
}

function ComingDays({ page }: { page: Page }): VNode {
  const { ctx, texts, today, confirmed } = page;
  const rows = comingDays(today, daysAfter(today, AHEAD_DAYS), confirmed);
  const count = new Intl.NumberFormat(ctx.frame.lang).format(rows.length);
  if (rows.length === 0)
    return (
      <EmptyState title={texts.comingTitle}>
        <p>{texts.comingEmpty}</p>
      </EmptyState>
    );
  return (
    <section class="calendar-part" aria-labelledby="jours">
      <h2 id="jours">{texts.comingTitle}</h2>
      <Table
        id="jours-a-venir"
        caption={texts.comingCaption(count, rows.length > 1)}
        rows={rows}
        columns={[
          { key: 'day', header: texts.columns.day, cell: ({ day }) => dayWords(page, day) },
          {
            key: 'what',
            header: texts.columns.what,
            names: true,
            cell: (coming) => nameOf(page, coming.what === 'fixed' ? coming.fixed : coming.moon),
          },
          { key: 'effect', header: texts.columns.effect, cell: (coming) => effectOf(page, coming) },
          {
            key: 'source',
            header: texts.columns.source,
            cell: (coming) => (
              <span lang="fr">{(coming.what === 'fixed' ? coming.fixed : coming.moon).source}</span>
            ),
          },
        ]}
      />
    </section>
  );
}

function effectOf({ texts: { effects } }: Page, coming: Coming): string {
  if (coming.what === 'fixed') return coming.fixed.holds ? effects.holds : effects.shows;
  if (!coming.confirmed) return effects.waits;
  return coming.moon.kind === 'fast' ? effects.fast : effects.holds;
}
