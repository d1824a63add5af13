import type { VNode } from 'preact';
import {
  type FilterLink,
  FilterLinks,
  ButtonLink,
  EmptyState,
  listAddress,
  ListFile,
  ListPages,
  type ListState,
  StaffPage,
} from '../../../web/kit/index.ts';
import { WRITERS } from '../model/lifecycle.ts';
import { STATES, type State } from '../model/states.ts';
import { UPDATE_NEEDS } from '../needs-words.ts';
import { numberWords, type Update } from '../model/update.ts';
import { DemoBadge, StaleBadge, StateBadge, TierBadge, UrgentBadge } from './badge.tsx';
import { countWords, dayWords, itemPath, momentWords, type Page, titleOf } from './page.ts';
import { updateStyles } from './styles.ts';

/** Published, and past its day of review: no state of its own, but a list somebody works through. */
export const STALE = 'a-revoir';

const PATH = '/staff/updates';

export interface Listed {
  state: State | typeof STALE | undefined;
  /** What the address asks for. */
  asked: ListState;
  updates: readonly Update[];
  total: number;
  page: number;
  pages: number;
}

/** All items of the organisation, the last changed first; the state stands in the address. */
export function ListPage({ page, listed }: { page: Page; listed: Listed }): VNode {
  const { ctx, texts } = page;
  const writes = WRITERS.includes(ctx.person.role);
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.listLead} styles={updateStyles}>
      {writes && listed.total > 0 ? (
        <p>
          <ButtonLink href="/staff/updates/new">{texts.write}</ButtonLink>
        </p>
      ) : null}
      <Filter page={page} state={listed.state} />
      {listed.total === 0 ? (
        <Empty page={page} state={listed.state} writes={writes} />
      ) : (
        <Items page={page} listed={listed} />
      )}
      <ListPages
        page={listed.page}
        pages={listed.pages}
        href={(at) => listAddress(PATH, {}, { ...listed.asked, page: at })}
      />
    </StaffPage>
  );
}

function Filter({ page: { ctx, texts }, state }: { page: Page; state: Listed['state'] }): VNode {
  const link = (key: Listed['state'], label: string): FilterLink => ({
    href: key === undefined ? '/staff/updates' : `/staff/updates?etat=${key}`,
    label,
    here: state === key,
  });
  return (
    <FilterLinks
      label={texts.filter}
      links={[
        link(undefined, texts.all),
        ...STATES.map((key) => link(key, texts.states[key])),
        link(STALE, UPDATE_NEEDS[ctx.frame.lang].staleFilter),
      ]}
    />
  );
}

function Empty({
  page: { texts },
  state,
  writes,
}: {
  page: Page;
  state: Listed['state'];
  writes: boolean;
}): VNode {
  return (
    <EmptyState title={texts.emptyTitle}>
      <p>{state !== undefined ? texts.emptyState : writes ? texts.emptyAll : texts.emptyReader}</p>
      {writes ? (
        <p>
          <ButtonLink href="/staff/updates/new">{texts.write}</ButtonLink>
        </p>
      ) : null}
    </EmptyState>
  );
}

/** A list, not a table: on a phone a title needs the whole width. */
function Items({ page, listed }: { page: Page; listed: Listed }): VNode {
  const { texts } = page;
  return (
    <section aria-labelledby="combien">
      <h2 id="combien">{texts.countOf(countWords(page, listed.total), listed.total)}</h2>
      <p>
        <ListFile path={PATH} file={PATH} state={listed.asked} />
      </p>
      <ul class="items">
        {listed.updates.map((update) => {
          const { lang, title } = titleOf(page, update);
          const { date } = update.content;
          return (
            <li key={update.id}>
              <h3>
                <a href={itemPath(update)} lang={lang}>
                  {title}
                </a>
              </h3>
              <p class="badges">
                <StateBadge update={update} texts={texts} /> <TierBadge update={update} texts={texts} />{' '}
                <UrgentBadge update={update} texts={texts} /> <DemoBadge update={update} texts={texts} />{' '}
                <StaleBadge page={page} update={update} />
              </p>
              <p class="items-facts">
                {update.number === undefined ? null : <strong>{numberWords(update.number)} · </strong>}
                {texts.dates(dayWords(page, date), momentWords(page, update.changedAt))}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
