import type { VNode } from 'preact';
import { Button, ButtonLink, EmptyState, formatsOf, StaffPage } from '../../../web/kit/index.ts';
import { usePeople } from '../builder/count-panel.tsx';
import { AUDIENCE_WRITERS } from '../saved/desk.ts';
import type { SavedAudience } from '../saved/saved.ts';
import { audiencePath, LIST } from './edit-page.tsx';
import type { Page, Use } from './pages.ts';
import { audienceStyles } from './styles.ts';

/** A saved audience as the list shows it. */
export interface Listed {
  saved: SavedAudience;
  words: string;
  /** Reachable now, as it may be shown. */
  reachable: number;
  uses: readonly Use[];
}

/** Every saved audience this person may see, by name, each with how many it reaches now. */
export function ListPage({
  page,
  listed,
  smallest,
}: {
  page: Page;
  listed: readonly Listed[];
  smallest: number;
}): VNode {
  const { ctx, texts } = page;
  const writes = AUDIENCE_WRITERS.includes(ctx.person.role);
  const fresh = (
    <p>
      <ButtonLink href={`${LIST}/new`}>{texts.fresh}</ButtonLink>
    </p>
  );
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={audienceStyles}>
      {listed.length === 0 ? (
        <EmptyState title={texts.emptyTitle}>
          <p>{writes ? texts.emptyAll : texts.emptyReader}</p>
          {writes ? fresh : null}
        </EmptyState>
      ) : (
        <>
          {writes ? fresh : null}
          <h2>{texts.listed(formatsOf(ctx.frame.lang).count.format(listed.length), listed.length)}</h2>
          <ul class="publics">
            {listed.map((each) => (
              <Item key={each.saved.id} {...{ page, writes, smallest }} listed={each} />
            ))}
          </ul>
        </>
      )}
    </StaffPage>
  );
}

interface ItemProps {
  page: Page;
  listed: Listed;
  writes: boolean;
  smallest: number;
}

function Item({ page, listed: { saved, words, reachable, uses }, writes, smallest }: ItemProps): VNode {
  const { texts, ctx, names, nameOf } = page;
  const people = usePeople(smallest);
  const { regions } = saved.scope;
  const who = saved.demo ? texts.demoAuthor : (names.get(saved.author) ?? texts.someone);
  const which = <span class="unseen"> {texts.which(saved.name)}</span>;
  return (
    <li>
      <h3>{saved.name}</h3>
      {saved.demo ? (
        <p>
          <span class="badge">{texts.demo}</span>
        </p>
      ) : null}
      <p>{words}</p>
      {regions === undefined ? null : (
        <p>{texts.borders(regions.map((region) => nameOf('region', region)).join(', '))}</p>
      )}
      <p>
        <strong>{texts.reached(people(reachable))}</strong>
      </p>
      <Uses texts={texts} uses={uses} />
      <p class="soft">{texts.made(who, formatsOf(ctx.frame.lang).day.format(saved.changedAt))}</p>
      {writes ? (
        <ul class="moves">
          <li>
            <ButtonLink look="quiet" href={audiencePath(saved, '/edit')}>
              {texts.edit}
              {which}
            </ButtonLink>
          </li>
          <li>
            <form method="post" action={audiencePath(saved, '/copy')}>
              <Button look="quiet">
                {texts.copy}
                {which}
              </Button>
            </form>
          </li>
          <li>
            <ButtonLink look="quiet" href={audiencePath(saved, '/delete')}>
              {texts.delete}
              {which}
            </ButtonLink>
          </li>
        </ul>
      ) : null}
    </li>
  );
}

/** The broadcasts that were made from it, each a link. */
export function Uses({ texts, uses }: { texts: Page['texts']; uses: readonly Use[] }): VNode {
  if (uses.length === 0) return <p class="soft">{texts.unused}</p>;
  return (
    <p>
      {texts.usedBy}{' '}
      {uses.map(({ id, name }, at) => (
        <>
          {at === 0 ? null : ', '}
          <a href={`/staff/broadcasts/${encodeURIComponent(id)}`}>{name}</a>
        </>
      ))}
    </p>
  );
}
