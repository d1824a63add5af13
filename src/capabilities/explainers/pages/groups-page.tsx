import type { VNode } from 'preact';
import { ButtonLink, EmptyState, StaffPage } from '../../../web/kit/index.ts';
import { approvedStyles } from '../../approved/index.ts';
import type { Group } from '../finding/groups.ts';
import type { KeptQuestion } from '../questions/question.ts';
import { countWords, type Page, PATH, writesToo } from './page.ts';

/** A question that waits, with its words. */
export interface Asked {
  question: KeptQuestion;
  words: string;
}

/** What is asked and not explained, the most asked first; class A. */
export function GroupsPage({ page, groups }: { page: Page; groups: readonly Group<Asked>[] }): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.groupsTitle} lead={texts.groupsLead} styles={approvedStyles}>
      <p>
        <a href={PATH}>{texts.back}</a>
      </p>
      {groups.length === 0 ? (
        <EmptyState title={texts.emptyTitle}>
          <p>{texts.groupsEmpty}</p>
        </EmptyState>
      ) : (
        <ol class="entries">
          {groups.map(({ first, others }) => (
            <li key={first.question.id}>
              <h2>{texts.groupCount(others.length + 1, countWords(page, others.length + 1))}</h2>
              <p class="said" lang={first.question.lang} dir="auto">
                {first.words}
              </p>
              <p class="soft">
                {texts.themes[first.question.theme]}
                {[first, ...others].map(({ question }) => (
                  <>
                    {' · '}
                    <a href={`${PATH}/${question.id}`}>{question.ticket}</a>
                  </>
                ))}
              </p>
              {writesToo(ctx) ? (
                <p>
                  <ButtonLink look="quiet" href={`/staff/explainers/new?theme=${first.question.theme}`}>
                    {texts.writeOne}
                  </ButtonLink>
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </StaffPage>
  );
}
