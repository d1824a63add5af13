import type { VNode } from 'preact';
import { dayWords, langOf, plainly, PUBLIC_LANGS, PublicPage, Say } from '../../../web/public/index.ts';
import type { Asked } from './asked.ts';
import { listPath } from './asked.ts';
import { Mark, TierMark } from './badges.tsx';
import { Filters } from './filters.tsx';
import { type NewsPage, placeText, to } from './page.ts';
import { Pager } from './pager.tsx';
import { isStale, itemPath } from './public-item.ts';
import type { Row } from './public-items.ts';
import { newsStyles } from './styles.ts';

interface ListPageProps {
  page: NewsPage;
  asked: Asked;
  /** Those of this page. */
  rows: readonly Row[];
  /** All that were found. */
  total: number;
  /** How many pages they fill. */
  pages: number;
}

/** The news, the newest first: how each is founded, what it says in a line, and of when and where it is. */
export function ListPage({ page, asked, rows, total, pages }: ListPageProps): VNode {
  const { ctx, lang, words } = page;
  const chosen = asked.theme !== undefined || asked.place !== undefined;
  return (
    <PublicPage
      {...ctx.frame}
      title={words.title}
      lead={<Say of={words.lead} />}
      description={plainly(words.about)}
      canonical={listPath('fr', asked)}
      styles={newsStyles}
    >
      <Filters page={page} asked={asked} />
      {rows.length === 0 ? (
        <p class="empty">
          <Say of={chosen ? words.noneHere : words.none} />
        </p>
      ) : (
        <>
          <p class="soft">
            <Say of={words.found(new Intl.NumberFormat('fr').format(total), total > 1)} />
          </p>
          <ol class="news">
            {rows.map((row) => (
              <Entry key={row.number} page={page} row={row} />
            ))}
          </ol>
        </>
      )}
      <Pager page={page} at={asked.page} pages={pages} to={(at) => listPath(lang, { ...asked, page: at })} />
      {asked.stale === true ? null : (
        <p class="soft">
          <a
            href={listPath(lang, { ...asked, stale: true, page: 1 })}
            lang={langOf(words.filters.stale)}
            rel="nofollow"
          >
            {plainly(words.filters.stale)}
          </a>
        </p>
      )}
    </PublicPage>
  );
}

function Entry({ page, row }: { page: NewsPage; row: Row }): VNode {
  const { lang, words, today } = page;
  const spoken = [lang, ...PUBLIC_LANGS].find((each) => row.titles[each] !== undefined) ?? lang;
  return (
    <li class="news-item">
      <p class="marks">
        <TierMark tier={row.tier} words={words} />
        {row.version > 1 ? <Mark of={words.tiers.corrected} tone="corrected" /> : null}
        {isStale(row, today) ? <Mark of={words.stale} tone="stale" /> : null}
        {row.demo ? <Mark of={words.demo} tone="demo" /> : null}
      </p>
      <h2 lang={spoken === lang ? undefined : spoken} dir="auto">
        <a href={to(page, itemPath(row.number))}>{row.titles[spoken] ?? row.number}</a>
      </h2>
      <p class="soft news-where">
        <span>
          <time dateTime={row.date}>{dayWords(lang, row.date)}</time>
        </span>
        <span>{placeText(page, row.place)}</span>
        <span>{row.publisher}</span>
        <span class="news-number">{row.number}</span>
      </p>
    </li>
  );
}
