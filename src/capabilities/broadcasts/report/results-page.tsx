import type { VNode } from 'preact';
import { StaffPage, Table } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { type Segment, SEGMENTS } from '../plan/recipient.ts';
import type { Row } from './figures-store.ts';
import { reasonWords } from './progress.tsx';
import type { GroupLine } from './segments.ts';
import { REPORT_WORDS } from './texts.ts';
import type { ReportTexts } from './texts.fr.ts';

export interface Results {
  id: string;
  name: string;
  groups: Readonly<Record<Segment, readonly GroupLine[]>>;
  rows: readonly Row[];
  /** The row after which there are more. */
  next: string | undefined;
  smallest: number;
  /** A value of a segment as staff read it. */
  nameOf: (segment: Segment, value: string) => string;
}

/** What became of a broadcast, by group and one by one. */
export function ResultsPage({ ctx, results }: { ctx: StaffContext; results: Results }): VNode {
  const texts = REPORT_WORDS[ctx.frame.lang];
  const { id, name, groups, rows, next, smallest, nameOf } = results;
  const few = String(smallest);
  const path = `/staff/broadcasts/${encodeURIComponent(id)}`;
  return (
    <StaffPage {...ctx.frame} title={texts.reportTitle(name)}>
      <p>
        <a href={path}>{texts.back}</a>
      </p>
      {smallest > 1 ? <p>{texts.fewMeans(few)}</p> : null}
      {SEGMENTS.map((segment) => (
        <Group key={segment} {...{ ctx, texts, segment, few, nameOf }} lines={groups[segment]} />
      ))}
      <h2>{texts.rows}</h2>
      <p>{texts.rowsLead}</p>
      {rows.length === 0 ? <p>{texts.noRows}</p> : <Rows {...{ texts, rows, nameOf }} />}
      {next === undefined ? null : (
        <p>
          <a rel="next" href={`${path}/results?after=${next}`}>
            {texts.next}
          </a>
        </p>
      )}
    </StaffPage>
  );
}

interface GroupProps {
  ctx: StaffContext;
  texts: ReportTexts;
  segment: Segment;
  lines: readonly GroupLine[];
  few: string;
  nameOf: Results['nameOf'];
}

function Group({ ctx, texts, segment, lines, few, nameOf }: GroupProps): VNode {
  const count = new Intl.NumberFormat(ctx.frame.lang);
  const words = (n: number | undefined): string => (n === undefined ? texts.few(few) : count.format(n));
  const numbers = [
    ['people', texts.people],
    ['reached', texts.reached],
    ['notReached', texts.notReached],
    ['skipped', texts.states.skipped],
    ['pending', texts.pending],
  ] as const;
  return (
    <Table
      id={`by-${segment}`}
      caption={texts.segments[segment]}
      columns={[
        {
          ...{ key: 'group', header: texts.group, names: true },
          cell: ({ value }) => (value === '' ? texts.unsaid : nameOf(segment, value)),
        },
        ...numbers.map(([key, header]) => ({
          ...{ key, header, numeric: true, cell: (line: GroupLine) => words(line[key]) },
        })),
      ]}
      rows={lines}
    />
  );
}

const SHOWN_OF_A_KEY = 8;

function Rows({
  texts,
  rows,
  nameOf,
}: {
  texts: ReportTexts;
  rows: readonly Row[];
  nameOf: Results['nameOf'];
}): VNode {
  return (
    <Table
      id="recipients"
      caption={texts.rows}
      captionUnseen
      columns={[
        { key: 'id', header: texts.reference, names: true, cell: ({ id }) => id.slice(0, SHOWN_OF_A_KEY) },
        { key: 'state', header: texts.state, cell: ({ state }) => texts.states[state] },
        {
          ...{ key: 'cause', header: texts.cause },
          cell: ({ reason }) => (reason === '' ? '' : reasonWords(texts, reason)),
        },
        { key: 'lang', header: texts.lang, cell: ({ lang }) => nameOf('lang', lang) },
        { key: 'channel', header: texts.channel, cell: ({ channel }) => nameOf('channel', channel) },
      ]}
      rows={rows}
    />
  );
}
