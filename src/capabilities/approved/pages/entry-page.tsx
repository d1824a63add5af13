import type { VNode } from 'preact';
import { Button, ButtonLink, Notice, StaffPage } from '../../../web/kit/index.ts';
import type { Content, Entry } from '../life/entry.ts';
import { type Move, obstacle } from '../life/moves.ts';
import { lacksOf } from './fields.ts';
import { StateBadge } from './list-page.tsx';
import { entryPath, labelOf, listPath, momentWords, type Page, shownIn, titleOf, whoWords } from './page.ts';
import { approvedStyles } from './styles.ts';

/** One entry: where it stands, what can be done next, what it says, and all that was done to it. */
export function EntryPage({ page, entry }: { page: Page; entry: Entry }): VNode {
  const { ctx, words } = page;
  return (
    <StaffPage {...ctx.frame} title={titleOf(page, entry)} titleLang="fr" styles={approvedStyles}>
      <p>
        <a href={listPath(page)}>{words.back}</a>
      </p>
      <p class="row">
        <StateBadge page={page} entry={entry} />
      </p>
      <NextMoves page={page} entry={entry} />
      <Facts page={page} content={entry.content} />
      <History page={page} entry={entry} />
    </StaffPage>
  );
}

function NextMoves({ page, entry }: { page: Page; entry: Entry }): VNode | null {
  const { ctx, texts, kind } = page;
  const lacks = entry.state === 'draft' ? lacksOf(kind.fields, entry.content) : [];
  const may = (move: Move): boolean => obstacle(entry, { move }, ctx.person) === undefined;
  const path = (more: string): string => entryPath(page, entry, more);
  const own = obstacle(entry, { move: 'approve' }, ctx.person) === 'own_work';
  return (
    <section aria-labelledby="suite">
      <h2 id="suite">{texts.toDo}</h2>
      {lacks.length === 0 ? null : (
        <Notice tone="warning">
          <p>{texts.lacks}</p>
          <ul>
            {lacks.map((name) => (
              <li key={name}>{labelOf(page, { name })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {entry.state === 'submitted' && !may('approve') ? (
        <p>{own ? texts.ownWork : texts.waitsForOther}</p>
      ) : null}
      <ul class="moves">
        {may('approve') ? (
          <li>
            <ButtonLink href={path('/approve')}>{texts.moves.approve}</ButtonLink>
          </li>
        ) : null}
        {may('submit') && lacks.length === 0 ? (
          <li>
            <form method="post" action={path('/submit')}>
              <input type="hidden" name="seen" value={entry.hash} />
              <Button>{texts.moves.submit}</Button>
            </form>
          </li>
        ) : null}
        {may('edit') ? (
          <li>
            <ButtonLink look="quiet" href={path('/edit')}>
              {texts.moves.edit}
            </ButtonLink>
          </li>
        ) : null}
        {may('withdraw') ? (
          <li>
            <ButtonLink look="danger" href={path('/withdraw')}>
              {texts.moves.withdraw}
            </ButtonLink>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** What it says, field by field; beside what is live today, where `was` is given. */
export function Facts({ page, content, was }: { page: Page; content: Content; was?: Content }): VNode {
  return (
    <dl class="facts">
      {page.kind.fields
        .filter(({ kind }) => kind !== 'kept')
        .map((field) => {
          const shown = shownIn(page, field, content[field.name] ?? '');
          const before = was === undefined ? shown : shownIn(page, field, was[field.name] ?? '');
          return (
            <div key={field.name}>
              <dt>{labelOf(page, field)}</dt>
              <dd lang={field.lang}>
                {before === shown ? (
                  shown
                ) : (
                  <>
                    <del>{before}</del>
                    <ins>{shown}</ins>
                  </>
                )}
              </dd>
            </div>
          );
        })}
    </dl>
  );
}

function History({ page, entry }: { page: Page; entry: Entry }): VNode {
  const { texts } = page;
  return (
    <section aria-labelledby="histoire">
      <h2 id="histoire">{texts.history}</h2>
      <ol class="history" reversed>
        {[...entry.history].reverse().map(({ token, by, what, at, reason }) => (
          <li key={token}>
            <strong>{whoWords(page, by)}</strong> {texts.steps[what]}
            <span class="soft"> · {momentWords(page, at)}</span>
            {reason === undefined ? null : <p>{texts.reasonOf(reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
