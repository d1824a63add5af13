import type { ComponentChildren, VNode } from 'preact';
import {
  type FilterLink,
  FilterLinks,
  ButtonLink,
  EmptyState,
  listAddress,
  ListPages,
  type ListState,
  StaffPage,
} from '../../../web/kit/index.ts';
import { type Entry, STATES, type State } from '../life/entry.ts';
import { WRITERS } from '../life/moves.ts';
import { entryPath, listPath, momentWords, type Page, titleOf } from './page.ts';
import { approvedStyles } from './styles.ts';

/** Live, and past its day of review. */
export const STALE = 'a-revoir' as const;

export interface Listed {
  state: State | typeof STALE | undefined;
  asked: ListState;
  entries: readonly Entry[];
  total: number;
  page: number;
  pages: number;
  today: string;
  above: ComponentChildren;
}

/** Entries of the organisation, the last changed first; the state stands in the address. */
export function ListPage({ page, listed }: { page: Page; listed: Listed }): VNode {
  const { ctx, words, texts } = page;
  const writes = WRITERS.includes(ctx.person.role);
  const count = texts.count(listed.total, new Intl.NumberFormat(ctx.frame.lang).format(listed.total));
  return (
    <StaffPage {...ctx.frame} title={words.menu} lead={words.lead} styles={approvedStyles}>
      {listed.above}
      {writes && listed.total > 0 ? <Begin page={page} /> : null}
      <Filter page={page} state={listed.state} />
      {listed.total === 0 ? (
        <EmptyState title={words.emptyTitle}>
          <p>{words.empty}</p>
          {writes ? <Begin page={page} /> : null}
        </EmptyState>
      ) : (
        <section aria-labelledby="combien">
          <h2 id="combien">{count}</h2>
          <ul class="entries">
            {listed.entries.map((entry) => (
              <Row key={entry.id} page={page} entry={entry} today={listed.today} />
            ))}
          </ul>
        </section>
      )}
      <ListPages
        page={listed.page}
        pages={listed.pages}
        href={(at) => listAddress(listPath(page), {}, { ...listed.asked, page: at })}
      />
    </StaffPage>
  );
}

const Begin = ({ page }: { page: Page }): VNode => (
  <p>
    <ButtonLink href={`${listPath(page)}/new`}>{page.words.begin}</ButtonLink>
  </p>
);

function Filter({ page, state }: { page: Page; state: Listed['state'] }): VNode {
  const { texts } = page;
  const hasReview = page.kind.fields.some(({ name }) => name === 'revoir');
  const link = (key: Listed['state'], label: string): FilterLink => ({
    href: key === undefined ? listPath(page) : `${listPath(page)}?etat=${key}`,
    label,
    here: state === key,
  });
  return (
    <FilterLinks
      label={texts.filter}
      links={[
        link(undefined, texts.all),
        ...STATES.map((key) => link(key, texts.states[key])),
        ...(hasReview ? [link(STALE, texts.stale)] : []),
      ]}
    />
  );
}

function Row({ page, entry, today }: { page: Page; entry: Entry; today: string }): VNode {
  const { texts } = page;
  const review = entry.live?.content['revoir'] ?? '';
  return (
    <li>
      <h3>
        <a href={entryPath(page, entry)} lang="fr">
          {titleOf(page, entry)}
        </a>
      </h3>
      <p class="row">
        <StateBadge page={page} entry={entry} />
        {review !== '' && review < today ? <span class="badge badge-late">{texts.stale}</span> : null}
      </p>
      <p class="soft">{texts.changed(momentWords(page, entry.changedAt))}</p>
    </li>
  );
}

/** Where it stands, in words. */
export const StateBadge = ({ page: { texts }, entry }: { page: Page; entry: Entry }): VNode => (
  <>
    <span class={`badge badge-${entry.state}`}>{texts.states[entry.state]}</span>
    {entry.live !== undefined && entry.state !== 'approved' ? (
      <span class="soft">{texts.liveMeanwhile}</span>
    ) : null}
    {entry.demo ? <span class="badge badge-demo">{texts.demo}</span> : null}
  </>
);
