import type { VNode } from 'preact';
import { Button, EmptyState, Select, StaffPage, Table } from '../../../web/kit/index.ts';
import { overviewStyles } from '../../../web/staff/index.ts';
import { type Cut, PERIODS, type TrafficRead } from '../reader.ts';
import { countColumns, ORDER } from './columns.ts';
import { cutQuery } from './cut.ts';
import type { Page } from './page.ts';

type Row<Part extends 'channels' | 'days'> = TrafficRead[Part][number];

interface TrafficPageProps {
  page: Page;
  cut: Cut;
  read: TrafficRead;
}

/** Messages and people by channel and day, and why messages failed. What is looked at stands in the address. */
export function TrafficPage({ page, cut, read }: TrafficPageProps): VNode {
  const { ctx, texts, hides } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={overviewStyles}>
      <CutForm page={page} cut={cut} known={read.known} />
      {read.days.length === 0 ? (
        <EmptyState title={texts.noneTitle}>
          <p>{texts.noneWhat}</p>
        </EmptyState>
      ) : (
        <Figures page={page} cut={cut} read={read} />
      )}
      <p class="as-of">
        {texts.asOf(page.time(read.asOf))} {hides ? texts.hiding : texts.rehearsal}
      </p>
    </StaffPage>
  );
}

function Figures({ page, cut, read }: TrafficPageProps): VNode {
  const { texts } = page;
  return (
    <>
      <ul class="sums">
        {ORDER.map((what) => (
          <li key={what} class="sum">
            <strong class="sum-count">{page.count(read.total[what])}</strong> {texts.tiles[what]}
          </li>
        ))}
      </ul>
      <Table
        id="par-canal"
        caption={texts.byChannel}
        rows={read.channels}
        columns={[
          { key: 'channel', header: texts.channel, names: true, cell: (row) => page.channel(row.channel) },
          ...countColumns<Row<'channels'>>(page),
        ]}
      />
      <Table
        id="par-jour"
        caption={texts.byDay}
        rows={read.days}
        columns={[
          { key: 'day', header: texts.day, names: true, cell: (row) => page.day(row.day) },
          ...countColumns<Row<'days'>>(page),
        ]}
      />
      <p>
        <a href={`/staff/traffic/days.csv${cutQuery(cut)}`}>{texts.file}</a>
      </p>
      <Causes page={page} read={read} />
    </>
  );
}

function Causes({ page, read }: Omit<TrafficPageProps, 'cut'>): VNode {
  const { texts } = page;
  return (
    <section aria-labelledby="causes">
      <h2 id="causes">{texts.causes}</h2>
      {read.causes.length === 0 ? (
        <p>{texts.noCause}</p>
      ) : (
        <Table
          id="causes-table"
          caption={texts.causes}
          captionUnseen
          rows={read.causes}
          columns={[
            {
              key: 'channel',
              header: texts.channel,
              names: true,
              cell: ({ channel }) => page.channel(channel),
            },
            { key: 'code', header: texts.cause, cell: ({ code }) => <code>{code}</code> },
            { key: 'times', header: texts.times, numeric: true, cell: ({ count }) => page.count(count) },
          ]}
        />
      )}
    </section>
  );
}

function CutForm({ page, cut, known }: { page: Page; cut: Cut; known: readonly string[] }): VNode {
  const { texts } = page;
  const channels = cut.channel === undefined || known.includes(cut.channel) ? known : [...known, cut.channel];
  return (
    <form class="form traffic-cut" method="get" aria-label={texts.filters}>
      <Select
        name="days"
        label={texts.period}
        options={PERIODS.map((days) => ({ value: String(days), label: texts.periods[days] ?? String(days) }))}
        value={String(cut.days)}
      />
      <Select
        name="channel"
        label={texts.channel}
        options={[
          { value: '', label: texts.all },
          ...channels.map((value) => ({ value, label: page.channel(value) })),
        ]}
        value={cut.channel ?? ''}
      />
      <Button look="quiet">{texts.apply}</Button>
    </form>
  );
}
