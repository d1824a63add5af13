import type { VNode } from 'preact';
import {
  ButtonLink,
  EmptyState,
  FilterLinks,
  listAddress,
  ListPages,
  type ListState,
  StaffPage,
} from '../../../web/kit/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { WRITERS } from '../model/lifecycle.ts';
import { type BroadcastState, SENDING } from '../model/states.ts';
import { Badges } from './badges.tsx';
import { countWords, itemPath, momentWords, type Page } from './page.ts';
import { broadcastStyles } from './styles.ts';

const PATH = '/staff/broadcasts';

/** What the list can be asked: one stage of a broadcast’s way, or a few that are one to who looks. */
export const GROUPS = {
  draft: ['draft'],
  submitted: ['submitted'],
  approved: ['approved'],
  sending: SENDING,
  ended: ['stopped', 'done', 'cancelled'],
} as const satisfies Record<string, readonly BroadcastState[]>;
export type Group = keyof typeof GROUPS;

export interface Listed {
  group: Group | undefined;
  asked: ListState;
  broadcasts: readonly Broadcast[];
  total: number;
  page: number;
  pages: number;
}

/** All broadcasts of the organisation, the last changed first, each with what happens next. */
export function ListPage({ page, listed }: { page: Page; listed: Listed }): VNode {
  const { ctx, texts } = page;
  const writes = WRITERS.includes(ctx.person.role);
  const write = (
    <p>
      <ButtonLink href={`${PATH}/new`}>{texts.write}</ButtonLink>
    </p>
  );
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.listLead} styles={broadcastStyles}>
      {writes && listed.total > 0 ? write : null}
      <Filter page={page} group={listed.group} />
      {listed.total === 0 ? (
        <EmptyState title={texts.emptyTitle}>
          <p>{listed.group !== undefined ? texts.emptyState : writes ? texts.emptyAll : texts.emptyReader}</p>
          {writes ? write : null}
        </EmptyState>
      ) : (
        <Queue page={page} listed={listed} />
      )}
      <ListPages
        page={listed.page}
        pages={listed.pages}
        href={(at) => listAddress(PATH, {}, { ...listed.asked, page: at })}
      />
    </StaffPage>
  );
}

function Filter({ page: { texts }, group }: { page: Page; group: Group | undefined }): VNode {
  const label = (key: Group): string =>
    key === 'sending' || key === 'ended' ? texts.groups[key] : texts.states[key];
  return (
    <FilterLinks
      label={texts.filter}
      links={[
        { href: PATH, label: texts.all, here: group === undefined },
        ...(Object.keys(GROUPS) as Group[]).map((key) => ({
          href: `${PATH}?etat=${key}`,
          label: label(key),
          here: group === key,
        })),
      ]}
    />
  );
}

function Queue({ page, listed }: { page: Page; listed: Listed }): VNode {
  const { texts } = page;
  return (
    <section aria-labelledby="combien">
      <h2 id="combien">{texts.countOf(countWords(page, listed.total), listed.total)}</h2>
      <ul class="items">
        {listed.broadcasts.map((broadcast) => (
          <li key={broadcast.id}>
            <h3>
              <a href={itemPath(broadcast)}>{broadcast.name}</a>
            </h3>
            <Badges page={page} broadcast={broadcast} />
            <p class="next">{texts.next[broadcast.state]}</p>
            <p class="soft">
              {broadcast.state === 'approved' && broadcast.due !== undefined
                ? texts.dueAt(momentWords(page, broadcast.due))
                : texts.changed(momentWords(page, broadcast.changedAt))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
