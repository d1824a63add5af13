import type { VNode } from 'preact';
import { type Column, Table } from '../../../web/kit/index.ts';
import type { VersionLine } from '../versions.ts';
import { PUBLISHING } from '../publishing/pages/texts.ts';
import { whoPublished } from '../publishing/pages/who.ts';
import type { Page } from './page.ts';

/** The versions of a flow, the newest first. */
export function Versions({
  page,
  versions,
  names,
}: {
  page: Page;
  versions: readonly VersionLine[];
  /** Of accounts, by their ids. */
  names: ReadonlyMap<string, string>;
}): VNode | null {
  const { ctx, texts, figures } = page;
  const who = { texts, names, words: PUBLISHING[ctx.frame.lang] };
  if (versions.length === 0) return null;
  const columns: Column<VersionLine>[] = [
    { key: 'hash', header: texts.version, names: true, cell: ({ hash }) => <code>{hash.slice(0, 7)}</code> },
    { key: 'state', header: texts.state, cell: ({ state }) => texts.states[state] ?? state },
    { key: 'since', header: texts.since, cell: ({ at }) => figures.moment(at) },
    { key: 'by', header: texts.by, cell: (version) => whoPublished(who, version) },
    { key: 'running', header: texts.running, numeric: true, cell: ({ running }) => figures.count(running) },
  ];
  return (
    <section>
      <h2>{texts.versions}</h2>
      <Table id="liste-versions" caption={texts.versions} captionUnseen columns={columns} rows={versions} />
    </section>
  );
}
