import type { VNode } from 'preact';
import { FilterLinks, StaffPage, Table } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { RECIPIENT_STATES, type RecipientState, type Segment, SEGMENTS } from '../plan/recipient.ts';
import type { Row } from './figures-store.ts';
import { reasonWords } from './progress.tsx';
import type { GroupLine } from './segments.ts';
import type { Tally } from './tally.ts';
import { REPORT_WORDS } from './texts.ts';
import type { ReportTexts } from './texts.fr.ts';

export interface Results {
  id: string;
  name: string;
  groups: Readonly<Record<Segment, readonly GroupLine[]>>;
  rows: readonly Row[];
  /** Only those who stand there. */
  wanted: RecipientState | undefined;
  /** How many stand where; absent where it is not kept any more. */
  tally: Tally | undefined;
  /** The row after which there are more. */
  next: string | undefined;
  smallest: number;
  /** A value of a segment as staff read it. */
  nameOf: (segment: Segment, value: string) => string;
}

/** What became of a broadcast, by group and one by one. */
export function ResultsPage({ ctx, results }: { ctx: StaffContext; results: Results }): VNode {
  const texts = REPORT_WORDS[ctx.frame.lang];
  const { id, name, groups, rows, wanted, next, smallest, nameOf } = results;
  const few = String(smallest);
  const path = `/staff/broadcasts/${encodeURIComponent(id)}`;
  const some = SEGMENTS.filter((segment) => groups[segment].length > 0);
  return (
    <StaffPage {...ctx.frame} title={texts.reportTitle(name)}>
      <p>
        <a href={path}>{texts.back}</a>
      </p>
      {some.length === 0 ? <p>{texts.noFigures}</p> : smallest > 1 ? <p>{texts.fewMeans(few)}</p> : null}
      {some.map((segment) => (
        <Group key={segment} {...{ ctx, texts, segment, few, nameOf }} lines={groups[segment]} />
      ))}
      <h2 id="destinataires">{texts.rows}</h2>
      <p>{texts.rowsLead}</p>
      <ByState {...{ texts, results, path }} />
      {rows.length === 0 ? <p>{texts.noRows}</p> : <Rows {...{ texts, rows, nameOf }} />}
      {next === undefined ? null : (
        <p>
          <a
            rel="next"
            href={`${path}/results?${wanted === undefined ? '' : `etat=${wanted}&`}after=${next}#destinataires`}
          >
            {texts.next}
          </a>
        </p>
      )}
    </StaffPage>
  );
}

/** One state at a time; only those where somebody stands, and the one that is looked at. */
function ByState({
  texts,
  results: { wanted, tally },
  path,
}: {
  texts: ReportTexts;
  results: Results;
  path: string;
}): VNode {
  const some = RECIPIENT_STATES.filter((each) => each === wanted || (tally?.[each] ?? 0) > 0);
  const to = (query: string): string => `${path}/results${query}#destinataires`;
  return (
    <FilterLinks
      label={texts.state}
      links={[
        { href: to(''), label: texts.all, here: wanted === undefined },
        ...some.map((each) => ({
          ...{ href: to(`?etat=${each}`), label: texts.states[each], here: each === wanted },
        })),
      ]}
    />
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
