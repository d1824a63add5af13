import type { VNode } from 'preact';
import { dayWords, langOf, plainly, PublicPage, Say } from '../../../web/public/index.ts';
import { CARD_HEIGHT, CARD_WIDTH } from '../share/card-size.ts';
import { Mark, TierMark } from './badges.tsx';
import { claimReviewOf } from './claims.ts';
import { ItemFacts } from './item-facts.tsx';
import { ItemNotices } from './item-notices.tsx';
import { Listen, type Recording } from './listen.tsx';
import { type NewsPage, placeWords, to } from './page.ts';
import { Picture, type PictureFile } from './picture.tsx';
import { cardPath, isStale, itemPath, type PublicItem, spokenIn, tierOf } from './public-item.ts';
import { ShareLinks } from './share-links.tsx';
import { newsStyles } from './styles.ts';

export interface ItemPageProps {
  page: NewsPage;
  item: PublicItem;
  /** What is heard and seen with it, where it has that and it is still kept. */
  recording?: Recording | undefined;
  picture?: PictureFile | undefined;
}

/** One item: how it is founded, its words, what became of it, where it comes from, and how to see that it is ours. */
export function ItemPage({ page, item, recording, picture }: ItemPageProps): VNode {
  const { ctx, words, lang, today } = page;
  const { now, withdrawn } = item;
  const { content } = now;
  const { lang: spoken, text } = spokenIn(content, lang);
  const shown = withdrawn ?? now;
  const claim = claimReviewOf(item, lang, ctx.frame.publicUrl);
  return (
    <PublicPage
      {...ctx.frame}
      title={text.title}
      titleLang={spoken === lang ? undefined : spoken}
      description={describe(page, item, text.first)}
      canonical={itemPath(item.number)}
      image={{
        ...{ path: cardPath(shown, lang), width: CARD_WIDTH, height: CARD_HEIGHT },
        alt: `${plainly(words.tiers[tierOf(shown)])} · ${text.title} · ${item.number}`,
      }}
      {...(claim === undefined ? {} : { jsonLd: claim })}
      styles={newsStyles}
      above={
        <>
          <p>
            <a href={to(page, '/updates')} lang={langOf(words.back)}>
              {plainly(words.back)}
            </a>
          </p>
          <p class="marks">
            <TierMark tier={tierOf(shown)} words={words} />
            {now.version > 1 ? <Mark of={words.tiers.corrected} tone="corrected" /> : null}
            {isStale(content, today) ? <Mark of={words.stale} tone="stale" /> : null}
            {item.demo ? <Mark of={words.demo} tone="demo" /> : null}
          </p>
        </>
      }
    >
      <p class="item-line">
        <time dateTime={content.date}>{dayWords(lang, content.date)}</time>
        <Say of={placeWords(page, content.place)} />
        <span>{now.publisher.name}</span>
        <span class="item-number">{item.number}</span>
      </p>
      <ItemNotices page={page} item={item} spoken={spoken} />
      {withdrawn === undefined ? (
        <>
          <Words page={page} lang={spoken} paragraphs={[text.first, text.second]} />
          {recording === undefined ? null : <Listen page={page} recording={recording} />}
          {picture === undefined ? null : <Picture page={page} picture={picture} lang={spoken} />}
        </>
      ) : (
        <details class="former">
          <summary lang={langOf(words.withdrawn.former)}>{plainly(words.withdrawn.former)}</summary>
          <Words page={page} lang={spoken} paragraphs={[text.first, text.second]} />
        </details>
      )}
      <ItemFacts page={page} item={item} />
      <section class="verify-box" aria-labelledby="verifier">
        <h2 id="verifier" lang={langOf(words.verify.title)}>
          {plainly(words.verify.title)}
        </h2>
        <p>
          <Say of={words.verify.text} />
        </p>
        <p class="actions">
          <a
            class="button button-main"
            href={to(page, `/verify/${item.number}`)}
            lang={langOf(words.verify.link)}
          >
            {plainly(words.verify.link)}
          </a>
        </p>
        {withdrawn === undefined && !item.demo ? <ShareLinks page={page} item={item} /> : null}
      </section>
    </PublicPage>
  );
}

function Words({
  page,
  lang,
  paragraphs,
}: {
  page: NewsPage;
  lang: string;
  paragraphs: readonly string[];
}): VNode {
  return (
    <div class="item-words" lang={lang === page.lang ? undefined : lang}>
      {paragraphs
        .filter((words) => words !== '')
        .map((words, nth) => (
          <p key={nth} dir="auto">
            {words}
          </p>
        ))}
    </div>
  );
}

/** Of what is withdrawn a preview says that alone, and not its words. */
const describe = ({ words, lang }: NewsPage, { withdrawn }: PublicItem, first: string): string =>
  withdrawn === undefined ? first : plainly(words.withdrawn.when(dayWords(lang, withdrawn.at)));
