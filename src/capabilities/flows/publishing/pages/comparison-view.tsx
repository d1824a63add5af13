import type { VNode } from 'preact';
import { EmptyState } from '../../../../web/kit/index.ts';
import { type Comparison, isEmpty } from '../../compare/comparison.ts';
import type { Sides } from '../ports.ts';
import type { PublishingPage } from './page.ts';
import { Fields, StepChanges } from './step-changes.tsx';
import { LineChanges } from './line-changes.tsx';
import { WordChanges } from './word-changes.tsx';

/** How a flow would differ: what a person reads first, the lines of its file last. */
export function ComparisonView({
  page,
  flow,
  sides,
  comparison,
}: {
  page: PublishingPage;
  flow: string;
  sides: Sides;
  comparison: Comparison;
}): VNode {
  const { words } = page;
  if (isEmpty(comparison))
    return (
      <EmptyState title={words.identical}>
        <p>{words.identicalWhat}</p>
      </EmptyState>
    );
  const { header, steps, lines, unread } = comparison;
  const commentsOnly = !unread && [header, steps, comparison.words].every(({ length }) => length === 0);
  return (
    <>
      {sides.was === undefined ? <p>{words.isNew}</p> : null}
      {sides.is === undefined ? <p>{words.isGone}</p> : null}
      {unread ? <p>{words.unread}</p> : null}
      {commentsOnly ? <p>{words.commentsOnly}</p> : null}
      {header.length === 0 ? null : (
        <section>
          <h2>{words.headerTitle}</h2>
          <Fields page={page} fields={header} />
        </section>
      )}
      <StepChanges page={page} steps={steps} />
      <WordChanges page={page} changed={comparison.words} />
      <LineChanges page={page} flow={flow} groups={lines} open={unread || commentsOnly} />
    </>
  );
}
