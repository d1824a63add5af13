import type { VNode } from 'preact';
import { dayWords, Facts, langOf, plainly, Say, type Spoken } from '../../../web/public/index.ts';
import { type NewsPage, placeWords } from './page.ts';
import { type PublicItem, tierOf } from './public-item.ts';

/** Where an item comes from: by whom, since when, from what, and who paid. */
export function ItemFacts({ page, item }: { page: NewsPage; item: PublicItem }): VNode {
  const { lang, words } = page;
  const { facts } = words;
  const { now, number } = item;
  const { content } = now;
  const first = item.versions[0] ?? now;
  const rows: [Spoken, VNode][] = [
    [facts.tier, <Say of={words.tiers[tierOf(now)]} />],
    [facts.source, <Source item={item} />],
    [facts.publisher, <>{now.publisher.name}</>],
    [facts.people, <Say of={facts.twoPeople} />],
    [facts.funding, <>{content.funding}</>],
    [facts.published, <time dateTime={first.at}>{dayWords(lang, first.at)}</time>],
    [facts.date, <time dateTime={content.date}>{dayWords(lang, content.date)}</time>],
    [facts.place, <Say of={placeWords(page, content.place)} />],
    ...(content.theme === ''
      ? []
      : [[facts.theme, <Say of={words.themes[content.theme]} />] as [Spoken, VNode]]),
    [facts.reviewBy, <time dateTime={content.reviewBy}>{dayWords(lang, content.reviewBy)}</time>],
    [facts.number, <span class="item-number">{number}</span>],
    [facts.version, <>{String(now.version)}</>],
    ...(content.source.sha256 === ''
      ? []
      : [[facts.fingerprint, <code class="hash">{content.source.sha256}</code>] as [Spoken, VNode]]),
  ];
  return (
    <section aria-labelledby="origine">
      <h2 id="origine" lang={langOf(facts.title)}>
        {plainly(facts.title)}
      </h2>
      <Facts rows={rows} />
    </section>
  );
}

/** A link only ever leads to a web address: anything else was refused when the item was written. */
function Source({ item }: { item: PublicItem }): VNode {
  const { title, url } = item.now.content.source;
  if (!/^https?:\/\//i.test(url)) return <span dir="auto">{title}</span>;
  return (
    <a href={url} rel="noreferrer noopener nofollow" dir="auto">
      {title === '' ? url : title}
    </a>
  );
}
