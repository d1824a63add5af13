import type { VNode } from 'preact';
import { type Column, EmptyState, StaffPage, Table } from '../../../web/kit/index.ts';
import type { FlowReader } from '../reader.ts';
import type { Page } from './page.ts';
import { fileCell, fileHeader, FilesSummary } from '../publishing/pages/files-summary.tsx';
import { publishingStyles } from '../publishing/pages/styles.ts';
import type { Files } from '../publishing/ports.ts';
import { TRYING } from './trying/texts.ts';
import { TRIAL } from './trying/trial.ts';
import { progressOf } from './texts-of.ts';

type ListedFlow = Awaited<ReturnType<FlowReader['list']>>[number] & {
  /** When the version that runs was published; milliseconds since 1970. */
  publishedAt?: number | undefined;
};

/** All flows: their version, how far their texts are, who is in them. */
export function ListPage({
  page,
  flows,
  files,
  plays,
}: {
  page: Page;
  flows: readonly ListedFlow[];
  /** For those who prepare what is published next. */
  files: Files | undefined;
  /** They may try the bot. */
  plays: boolean;
}): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.listLead} styles={publishingStyles}>
      {plays ? (
        <p>
          <a href={TRIAL}>{TRYING[ctx.frame.lang].tryBot}</a>
        </p>
      ) : null}
      {files === undefined ? null : <FilesSummary page={page} files={files} />}
      {flows.length === 0 ? (
        <EmptyState title={texts.noFlowTitle}>
          <p>{texts.noFlow}</p>
        </EmptyState>
      ) : (
        <Table id="parcours" caption={texts.menu} captionUnseen columns={columns(page, files)} rows={flows} />
      )}
    </StaffPage>
  );
}

function columns(page: Page, files: Files | undefined): Column<ListedFlow>[] {
  const { texts, figures, speaker } = page;
  return [
    {
      key: 'flow',
      header: texts.flow,
      names: true,
      cell: ({ flow }) => <a href={flowPath(flow.id)}>{flow.id}</a>,
    },
    {
      key: 'waiting',
      header: texts.waitingNow,
      numeric: true,
      cell: (row) => figures.count(row.figures.waiting),
    },
    { key: 'begun', header: texts.begun30, numeric: true, cell: (row) => figures.count(row.figures.begun) },
    ...speaker.languages.map(
      (lang): Column<ListedFlow> => ({
        key: lang,
        header: texts.textsIn(texts.languages[lang] ?? lang),
        cell: ({ flow }) => {
          const { missing, toReview } = progressOf(flow, lang, speaker);
          const open = [
            missing > 0 ? texts.missing(missing) : '',
            toReview > 0 ? texts.toReview(toReview) : '',
          ];
          return open.filter(Boolean).join(', ') || texts.complete;
        },
      }),
    ),
    {
      key: 'version',
      header: texts.version,
      cell: ({ flow, publishedAt }) => (
        <span class="flow-version">
          <code>{flow.hash.slice(0, 7)}</code>{' '}
          {publishedAt === undefined ? texts.versionFiles : texts.publishedAt(figures.day(publishedAt))}
        </span>
      ),
    },
    ...(files === undefined
      ? []
      : [
          {
            key: 'file',
            header: fileHeader(page),
            cell: ({ flow }: ListedFlow) => fileCell(page, flow.id, files),
          },
        ]),
  ];
}

export const flowPath = (id: string): string => `/staff/flows/${encodeURIComponent(id)}`;
