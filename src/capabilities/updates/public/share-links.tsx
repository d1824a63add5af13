import type { VNode } from 'preact';
import { langOf, plainly } from '../../../web/public/index.ts';
import { shareText } from '../share/share-text.ts';
import { type NewsPage, to } from './page.ts';
import { cardPath, itemPath, type PublicItem } from './public-item.ts';

/** Ways to pass an item on: plain links, which tell nobody who followed them. */
export function ShareLinks({ page, item }: { page: NewsPage; item: PublicItem }): VNode {
  const { ctx, lang, words } = page;
  const { share } = words;
  const { publicUrl } = ctx.frame;
  const text = shareText(item.now, lang, publicUrl);
  const url = `${publicUrl}${to(page, itemPath(item.number))}`;
  const ways = [
    { name: share.whatsapp, href: `https://wa.me/?text=${encodeURIComponent(text)}` },
    {
      name: share.telegram,
      href: `https://t.me/share/url?url=${encodeURIComponent(url)}&text=${encodeURIComponent(text)}`,
    },
    {
      name: share.facebook,
      href: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
    },
  ];
  return (
    <>
      <h2 id="partager" lang={langOf(share.title)}>
        {plainly(share.title)}
      </h2>
      <ul class="share-links" aria-labelledby="partager">
        {ways.map(({ name, href }) => (
          <li key={href}>
            <a
              class="button button-quiet"
              href={href}
              rel="noreferrer noopener nofollow"
              aria-label={plainly(share.via(plainly(name)))}
            >
              {plainly(name)}
            </a>
          </li>
        ))}
        <li>
          <a class="button button-quiet" href={cardPath(item.now, lang)} lang={langOf(share.card)}>
            {plainly(share.card)}
          </a>
        </li>
      </ul>
    </>
  );
}
