import type { VNode } from 'preact';
import { ButtonLink, type Column, EmptyState, Notice, StaffPage, Table } from '../../../web/kit/index.ts';
import { drawingOf } from '../map/drawing.ts';
import { FlowMap } from '../map/flow-map.tsx';
import { kindOf, mapWords, nameOf } from '../map/map-words.ts';
import type { ShownStep } from '../figures/shown.ts';
import type { Cut, FlowRead } from '../reader.ts';
import type { VersionLine } from '../versions.ts';
import { CutForm, cutQuery } from './cut-form.tsx';
import { flowPath } from './list-page.tsx';
import type { Page } from './page.ts';
import { stepColumns, type StepRow, stepRows } from './step-table.ts';
import { FileSection } from '../publishing/pages/file-section.tsx';
import { publishingStyles } from '../publishing/pages/styles.ts';
import type { Files } from '../publishing/ports.ts';
import { TextList } from './text-list.tsx';
import { Versions } from './versions.tsx';

interface FlowPageProps {
  page: Page;
  read: FlowRead;
  cut: Cut;
  versions: readonly VersionLine[];
  /** Of accounts that published, by their ids. */
  names: ReadonlyMap<string, string>;
  /** The files beside it, for those who prepare what is published next. */
  files: Files | undefined;
  /** The reader's role may play it. */
  plays: boolean;
}

/** One flow: its map with figures, the same as a table, its texts with their review, its versions. */
export function FlowPage({ page, read, cut, versions, names, files, plays }: FlowPageProps): VNode {
  const { ctx, texts } = page;
  const { flow, figures } = read;
  const rows = stepRows(read);
  const nobody = figures.begun === 0 && rows.every((row) => row.in === 0);
  return (
    <StaffPage {...ctx.frame} title={flow.id} lead={texts.flowLead} styles={publishingStyles}>
      <p class="flow-ways">
        <a href="/staff/flows">{texts.back}</a>
        {plays ? (
          <ButtonLink href={`${flowPath(flow.id)}/play`} look="quiet">
            {texts.tryIt}
          </ButtonLink>
        ) : null}
      </p>
      <CutForm page={page} read={read} cut={cut} />
      {figures.rounded ? (
        <Notice tone="info">
          <p>{texts.rounded}</p>
        </Notice>
      ) : null}
      {nobody ? (
        <EmptyState title={texts.emptyTitle}>
          <p>{texts.empty}</p>
        </EmptyState>
      ) : (
        <Facts page={page} read={read} />
      )}
      <Map page={page} read={read} />
      {nobody ? null : <StepFigures page={page} read={read} cut={cut} rows={rows} />}
      <TextList page={page} flow={flow} />
      {files === undefined ? null : <FileSection page={page} flow={flow.id} files={files} />}
      <Versions page={page} versions={versions} names={names} />
    </StaffPage>
  );
}

function Facts({
  page: { texts, figures: shown },
  read: { figures },
}: Pick<FlowPageProps, 'page' | 'read'>): VNode {
  return (
    <dl class="flow-facts">
      <div>
        <dt>{texts.begun}</dt>
        <dd>{shown.count(figures.begun)}</dd>
      </div>
      <div>
        <dt>{texts.waiting}</dt>
        <dd>{shown.count(figures.waiting)}</dd>
      </div>
    </dl>
  );
}

function Map({ page, read: { flow, figures } }: Pick<FlowPageProps, 'page' | 'read'>): VNode {
  const { texts, mapTexts, speaker, figures: shown } = page;
  const drawing = drawingOf(flow, { figures: true });
  const words = mapWords(drawing.graph, mapTexts, (key) => speaker.text(speaker.fallback, key));
  return (
    <section>
      <h2 id="carte">{texts.map}</h2>
      <p class="soft">{texts.mapHint}</p>
      <div class="map-box" role="region" aria-labelledby="carte" tabIndex={0}>
        <FlowMap
          drawing={drawing}
          words={{
            ...words,
            saysIn: speaker.fallback,
            boxFigures(node) {
              if (node.kind !== 'step') return undefined;
              return boxFigures(figures.step(node.step.key), page);
            },
            lineFigures: (edge) => shown.count(figures.edge(edge)),
            lost: (node) => (node.kind === 'step' ? figures.step(node.step.key).lost : 0),
            link: ({ step }) => `#texte-${step.key}`,
          }}
        />
      </div>
    </section>
  );
}

/** A box has room for what is worth saying: nobody waits or broke off at most steps. */
function boxFigures(step: ShownStep, { texts, figures }: Page): string {
  const stayed = [
    step.waiting === 0 ? '' : texts.mapWaiting(figures.count(step.waiting)),
    step.dropped === 0 ? '' : texts.mapDropped(figures.count(step.dropped)),
  ].filter(Boolean);
  const entered = figures.count(step.in);
  return [stayed.length === 2 ? entered : texts.mapEntered(entered), ...stayed].join(' · ');
}

function StepFigures({
  page,
  read,
  cut,
  rows,
}: Pick<FlowPageProps, 'page' | 'read' | 'cut'> & { rows: readonly StepRow[] }): VNode {
  const { texts, mapTexts } = page;
  const columns: Column<StepRow>[] = [
    {
      key: 'step',
      header: texts.step,
      names: true,
      cell: ({ step }) => `${nameOf(step, mapTexts)} (${kindOf(step, mapTexts)})`,
    },
    ...stepColumns(page).map((column) => ({ ...column, numeric: true })),
  ];
  return (
    <section>
      <h2>{texts.table}</h2>
      <Table id="etapes" caption={texts.table} captionUnseen columns={columns} rows={rows} />
      {read.figures.former.length === 0 ? null : (
        <p class="soft">{texts.former(read.figures.former.join(', '))}</p>
      )}
      <p>
        <a href={`${flowPath(read.flow.id)}/figures.csv${cutQuery(cut)}`}>{texts.csv}</a>
      </p>
      <details class="how-to-read">
        <summary>{texts.howToRead}</summary>
        <ul>
          <li>{texts.readSum}</li>
          <li>{texts.readDay}</li>
          <li>{texts.readMedian}</li>
        </ul>
      </details>
    </section>
  );
}
