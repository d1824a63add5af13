import type { VNode } from 'preact';
import { EmptyState, FilterLinks, ListPages, Notice, StaffPage } from '../../../web/kit/index.ts';
import { approvedStyles } from '../../approved/index.ts';
import { isLate } from '../questions/answering.ts';
import type { KeptQuestion } from '../questions/question.ts';
import { countWords, daysSince, officeOf, type Page, PATH } from './page.ts';

export interface Queue {
  state: KeptQuestion['state'];
  questions: readonly KeptQuestion[];
  total: number;
  page: number;
  pages: number;
}

/** Which questions wait, the oldest first. Nothing anybody wrote stands here. */
export function QueuePage({ page, queue }: { page: Page; queue: Queue }): VNode {
  const { ctx, texts, offices } = page;
  const { state, total } = queue;
  const count = state === 'waiting' ? texts.countWaiting : texts.countAnswered;
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={approvedStyles}>
      {offices.length > 0 ? null : (
        <Notice tone="warning">
          <p>{texts.noOffice}</p>
        </Notice>
      )}
      <p class="row">
        <a href={`${PATH}/offices`}>{texts.toOffices}</a>
        <a href={`${PATH}/groups`}>{texts.toGroups}</a>
        <a href="/staff/explainers">{texts.toExplainers}</a>
      </p>
      <FilterLinks
        label={texts.filter}
        links={[
          { href: PATH, label: texts.waiting, here: state === 'waiting' },
          { href: `${PATH}?etat=answered`, label: texts.answered, here: state === 'answered' },
        ]}
      />
      {total === 0 ? (
        <EmptyState title={texts.emptyTitle}>
          <p>{state === 'waiting' ? texts.emptyWaiting : texts.emptyAnswered}</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="combien">
          <h2 id="combien">{count(total, countWords(page, total))}</h2>
          <ul class="entries">
            {queue.questions.map((question) => (
              <Row key={question.id} page={page} question={question} />
            ))}
          </ul>
        </section>
      )}
      <ListPages
        page={queue.page}
        pages={queue.pages}
        href={(at) => `${PATH}?page=${String(at)}${state === 'answered' ? '&etat=answered' : ''}`}
      />
    </StaffPage>
  );
}

function Row({ page, question }: { page: Page; question: KeptQuestion }): VNode {
  const { texts, today } = page;
  const { id, ticket, theme, lang, day, since, passes } = question;
  const office = officeOf(page, question.office);
  const late = question.state === 'waiting' && office !== undefined && isLate(since, office.days, today);
  return (
    <li>
      <h3>
        <a href={`${PATH}/${id}`}>{ticket}</a>
      </h3>
      <p class="row">
        {late ? <span class="badge badge-late">{texts.late}</span> : null}
        <span>{texts.age(daysSince(day, today))}</span>
        {passes === 0 ? null : <span class="soft">{texts.passedOn}</span>}
      </p>
      <p class="soft">
        {office === undefined ? null : <span lang="fr">{office.name} · </span>}
        {[texts.themes[theme], texts.langs[lang] ?? lang].join(' · ')}
      </p>
    </li>
  );
}
