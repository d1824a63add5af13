import type { VNode } from 'preact';
import { ShareWays } from '../../../web/public/index.ts';
import { shareText } from '../share/share-text.ts';
import { type NewsPage, to } from './page.ts';
import { cardPath, itemPath, type PublicItem } from './public-item.ts';

/** Ways to pass an item on. */
export function ShareLinks({ page, item }: { page: NewsPage; item: PublicItem }): VNode {
  const { ctx, lang } = page;
  const { publicUrl } = ctx.frame;
  const url = `${publicUrl}${to(page, itemPath(item.number))}`;
  return (
    <ShareWays
      lang={lang}
      text={shareText(item.now, lang, publicUrl)}
      url={url}
      card={cardPath(item.now, lang)}
    />
  );
}
