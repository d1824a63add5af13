import type { VNode } from 'preact';
import { type Column, Table } from '../../../../web/kit/index.ts';
import type { FlowChange } from '../ports.ts';
import type { PublishingPage } from './page.ts';

const COUNTS = ['running', 'move', 'pinned', 'end'] as const;

/** What becomes of the talks that run now, in one sentence. */
export function effectWords({ words, figures }: PublishingPage, changes: readonly FlowChange[]): string {
  const sum = (count: (typeof COUNTS)[number]): number =>
    changes.reduce((all, change) => all + change[count], 0);
  const [running, move, pinned, end] = [sum('running'), sum('move'), sum('pinned'), sum('end')];
  if (running === 0) return words.effectNone;
  const shown = (n: number): string => figures.count(n);
  const told = words.effect(shown(running), shown(move), shown(pinned), { move, pinned });
  return end === 0 ? told : `${told} ${words.effectEnd(shown(end), end)}`;
}

/** The flows that would change, and what becomes of the talks in each. */
export function Effect({
  page,
  changes,
  href,
}: {
  page: PublishingPage;
  changes: readonly FlowChange[];
  /** Where a flow is compared. */
  href: (flow: string) => string;
}): VNode {
  const { words, figures } = page;
  // Nobody's talk ends unless a version was lost: a column of noughts would only frighten.
  const counts = COUNTS.filter((count) => count !== 'end' || changes.some(({ end }) => end > 0));
  const columns: Column<FlowChange>[] = [
    {
      key: 'flow',
      header: words.flow,
      names: true,
      cell: ({ flow }) => <a href={href(flow)}>{flow}</a>,
    },
    { key: 'change', header: words.change, cell: ({ kind }) => words.states[kind] },
    ...counts.map(
      (count): Column<FlowChange> => ({
        key: count,
        header: words[count],
        numeric: true,
        cell: (change) => figures.count(change[count]),
      }),
    ),
  ];
  return (
    // Its table is the landmark of this name; a second one would be heard twice.
    <section>
      <h2>{words.changesTitle}</h2>
      <Table id="effet" caption={words.changesTitle} captionUnseen columns={columns} rows={changes} />
      <h2>{words.effectTitle}</h2>
      <p class="effect">{effectWords(page, changes)}</p>
    </section>
  );
}
