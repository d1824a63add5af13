import type { VNode } from 'preact';
import {
  dayWords,
  inLang,
  langOf,
  type PageImage,
  plainly,
  type PublicLang,
  PublicPage,
  Say,
} from '../../../web/public/index.ts';
import { FAMILY, SIGN } from '../model/tiers.ts';
import { CARD_HEIGHT, CARD_WIDTH } from '../share/card-size.ts';
import type { PlainCard } from '../share/plain-card.ts';
import { Mark, TierMark } from './badges.tsx';
import { type NewsPage, to } from './page.ts';
import { Pager } from './pager.tsx';
import { isStale, itemPath, type PublicItem, spokenIn, tierOf } from './public-item.ts';
import { newsStyles } from './styles.ts';
import { NEWS } from './words.ts';

interface ClaimsProps {
  page: NewsPage;
  /** Those of this page, the newest first. */
  claims: readonly PublicItem[];
  at: number;
  pages: number;
}

/** What was denied and still is, to be read by people; programs take the same from `/claims.jsonld`. */
export function ClaimsPage({ page, claims, at, pages }: ClaimsProps): VNode {
  const { ctx, lang } = page;
  const { claims: words } = page.words;
  const newest = newestOf(claims);
  return (
    <PublicPage
      {...ctx.frame}
      title={words.title}
      lead={<Say of={words.lead} />}
      description={plainly(words.about)}
      canonical="/claims"
      {...(newest === undefined ? {} : { image: imageOf(newest, page) })}
      styles={newsStyles}
    >
      {claims.length === 0 ? (
        <p class="empty">
          <Say of={words.none} />
        </p>
      ) : (
        <ol class="news">
          {claims.map((item) => (
            <Claim key={item.number} page={page} item={item} />
          ))}
        </ol>
      )}
      <Pager
        {...{ page, at, pages }}
        to={(n) => inLang(n === 1 ? '/claims' : `/claims?page=${String(n)}`, lang)}
      />
      <p class="actions">
        <a class="button button-main" href={to(page, '/verify')} lang={langOf(words.ask)}>
          {plainly(words.ask)}
        </a>
      </p>
      <p class="soft">
        <a href={to(page, '/claims.jsonld')} lang={langOf(words.programs)}>
          {plainly(words.programs)}
        </a>
      </p>
    </PublicPage>
  );
}

/** The one a preview shows: the newest that is no example. */
export const newestOf = (claims: readonly PublicItem[]): PublicItem | undefined =>
  claims.find(({ demo }) => !demo);

const imageOf = ({ now, number }: PublicItem, { lang, words }: NewsPage): PageImage => ({
  path: `/claims/card.png?lang=${lang}&v=${number}.${String(now.version)}`,
  ...{ width: CARD_WIDTH, height: CARD_HEIGHT },
  alt: `${plainly(words.claims.title)} · ${spokenIn(now.content, lang).text.title}`,
});

/** What the card of the list says: what was denied last, by whom and when. */
export function claimsCard({ now }: PublicItem, lang: PublicLang, publicUrl: string): PlainCard {
  const { claims, tiers } = NEWS[lang];
  return {
    badge: `${SIGN[FAMILY.denied]} ${plainly(tiers.denied)}`,
    title: spokenIn(now.content, lang).text.title,
    ...{ who: now.publisher.name, when: dayWords(lang, now.at) },
    ...{ url: `${publicUrl}${inLang('/claims', lang)}`, link: plainly(claims.title) },
  };
}

function Claim({ page, item }: { page: NewsPage; item: PublicItem }): VNode {
  const { lang, today, words } = page;
  const { content } = item.now;
  const { lang: spoken, text } = spokenIn(content, lang);
  const other = spoken === lang ? undefined : spoken;
  const link = to(page, itemPath(item.number));
  return (
    <li class="news-item">
      <p class="marks">
        <TierMark tier={tierOf(item.now)} words={words} />
        {isStale(content, today) ? <Mark of={words.stale} tone="stale" /> : null}
        {item.demo ? <Mark of={words.demo} tone="demo" /> : null}
      </p>
      <h2 lang={other} dir="auto">
        <a href={link}>{text.title}</a>
      </h2>
      <p lang={other} dir="auto">
        {text.first}
      </p>
      <p class="soft news-where">
        <span>
          <time dateTime={content.date}>{dayWords(lang, content.date)}</time>
        </span>
        <span dir="auto">
          <Say of={words.claims.source(content.source.title)} />
        </span>
        <span class="news-number">{item.number}</span>
      </p>
    </li>
  );
}
