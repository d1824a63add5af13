import type { VNode } from 'preact';
import { EmptyState, StaffPage } from '../../../../web/kit/index.ts';
import type { EditionLine, Look } from '../ports.ts';
import { Decide, type Refused, RefusedNotice } from './decide.tsx';
import { Effect } from './effect.tsx';
import { Findings } from './findings.tsx';
import { EDITIONS, editionPath, type PublishingPage } from './page.ts';
import { whoPublished } from './who.ts';
import { publishingStyles } from './styles.ts';

interface EditionPageProps {
  page: PublishingPage;
  edition: EditionLine;
  /** What going back to it would do; absent for the one that is published. */
  look?: Look | undefined;
  refused?: Refused | undefined;
  last: EditionLine | undefined;
  /** Of the one that is published: the one before it, to which what was published by mistake is undone. */
  previous?: number | undefined;
}

/** An edition: who published it and why, its flows beside those that are published, and going back to it. */
export function EditionPage(props: EditionPageProps): VNode {
  const { page, edition, look, refused, last, previous } = props;
  const { ctx, words, figures } = page;
  const by = words.editionBy(whoPublished(page, edition), figures.moment(edition.at));
  return (
    <StaffPage {...ctx.frame} title={words.editionTitle(edition.n)} lead={by} styles={publishingStyles}>
      <p class="flow-ways">
        <a href={EDITIONS}>← {words.seeEditions}</a>
      </p>
      <RefusedNotice page={page} refused={refused} last={last} />
      {edition.back === undefined ? null : (
        <p>
          <a href={editionPath(edition.back)}>{words.cameBack(edition.back)}</a>
        </p>
      )}
      {edition.why === undefined ? null : <blockquote class="why">{edition.why}</blockquote>}
      <ChangedWith page={page} edition={edition} />
      {look === undefined ? <p>{words.isCurrent}</p> : <GoBack {...props} look={look} />}
      {previous === undefined ? null : (
        <p>
          <a href={editionPath(previous)}>{words.undo(previous)}</a>
        </p>
      )}
      <section aria-labelledby="parcours-edition">
        <h2 id="parcours-edition">{words.flowsTitle}</h2>
        <ul class="edition-flows">
          {edition.flows.map((flow) => (
            <li key={flow}>
              <a href={editionPath(edition.n, flow)}>{flow}</a>
            </li>
          ))}
        </ul>
      </section>
    </StaffPage>
  );
}

/** What it changed beside the one before it; the first of all changed everything. */
function ChangedWith({ page: { words }, edition }: Pick<EditionPageProps, 'page' | 'edition'>): VNode | null {
  const { changes, flows, n } = edition;
  if (changes.length === 0 || changes.length === flows.length) return null;
  return (
    <section aria-labelledby="change-par">
      <h2 id="change-par">{words.changedWith}</h2>
      <ul>
        {changes.map(({ flow, kind }) => (
          <li key={flow}>
            {kind === 'taken_away' ? flow : <a href={editionPath(n, flow)}>{flow}</a>}{' '}
            <span class="soft">{words.states[kind]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function GoBack({ page, edition: { n }, look, refused }: EditionPageProps & { look: Look }): VNode {
  const { words } = page;
  if (look.findings.length > 0)
    return (
      <section aria-labelledby="corriger">
        <h2 id="corriger">{words.backTitle}</h2>
        <p>{words.correctLead(look.findings.length)}</p>
        <Findings page={page} findings={look.findings} />
      </section>
    );
  if (look.changes.length === 0)
    return (
      <EmptyState title={words.nothingTitle}>
        <p>{words.backSame}</p>
      </EmptyState>
    );
  return (
    <>
      <Effect page={page} changes={look.changes} href={(flow) => editionPath(n, flow)} />
      <Decide
        {...{ page, seen: look.seen, refused }}
        action={`${editionPath(n)}/back`}
        title={words.backTitle}
        button={words.backButton(n)}
      >
        <p>{words.backLead(n)}</p>
        {page.desk.byHand ? null : <p class="soft">{words.backWhat}</p>}
      </Decide>
    </>
  );
}
