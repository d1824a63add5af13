import type { VNode } from 'preact';
import { ButtonLink, EmptyState, labelled, Table, useLang } from '../../../web/kit/index.ts';
import type { Seen } from '../../../domain/lately.ts';
import type { Week } from '../reader.ts';
import { countColumns, ORDER } from './columns.ts';
import type { Page } from './page.ts';

/** The part of the overview about people and messages; each number leads to where it comes from. */
export function WeekPart({ page, week: { seen, asOf } }: { page: Page; week: Seen<Week> }): VNode {
  const { texts, hides } = page;
  const { people, stopped, traffic } = seen;
  if (people === 0 && traffic.days.length === 0) return <Nobody page={page} />;
  return (
    <section class="overview-part" aria-labelledby="semaine">
      <h2 id="semaine">{texts.weekTitle}</h2>
      <ul class="sums">
        <Tile page={page} value={hides && people < 5 && people > 0 ? null : people} label={texts.people} />
        {ORDER.map((what) => (
          <Tile key={what} page={page} value={traffic.total[what]} label={texts.tiles[what]} />
        ))}
        <Tile
          page={page}
          value={hides && stopped < 5 && stopped > 0 ? null : stopped}
          label={texts.stoppedNow}
        />
      </ul>
      {traffic.channels.length === 0 ? null : (
        <Table
          id="canaux-semaine"
          caption={texts.byChannel}
          rows={traffic.channels}
          columns={[
            {
              key: 'channel',
              header: texts.channel,
              names: true,
              cell: ({ channel }) => (
                <a href={`/staff/traffic?days=7&channel=${channel}`}>{page.channel(channel)}</a>
              ),
            },
            ...countColumns<Week['traffic']['channels'][number]>(page),
          ]}
        />
      )}
      <p class="as-of">
        {texts.asOf(page.time(asOf))} {hides ? texts.hiding : texts.rehearsal}
      </p>
    </section>
  );
}

const Tile = ({ page, value, label }: { page: Page; value: number | null; label: string }): VNode => (
  <li class="sum">
    <strong class="sum-count">{page.count(value)}</strong>
    <a href="/staff/traffic?days=7">{label}</a>
  </li>
);

/** A fresh house: what will stand here. */
function Nobody({ page: { texts } }: { page: Page }): VNode {
  const lang = useLang();
  return (
    <EmptyState title={texts.emptyTitle}>
      <p>{texts.emptyLead}</p>
      <ul>
        {texts.empties.map(([name, what]) => (
          <li key={name}>
            <strong>{labelled(name, lang)}</strong> {what}
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink look="quiet" href="/">
          {texts.openChat}
        </ButtonLink>
      </p>
    </EmptyState>
  );
}
