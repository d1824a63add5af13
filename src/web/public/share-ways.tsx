import type { VNode } from 'preact';
import { langOf, plainly, type PublicLang } from './languages.ts';
import { PUBLIC } from './words.ts';

interface ShareWaysProps {
  lang: PublicLang;
  /** What is pasted into a message. */
  text: string;
  /** The page, whole. */
  url: string;
  /** Path of the picture that goes with it. */
  card?: string;
}

/** Ways to pass a page on: plain links, which tell nobody who followed them. */
export function ShareWays({ lang, text, url, card }: ShareWaysProps): VNode {
  const { share } = PUBLIC[lang];
  const [words, page] = [encodeURIComponent(text), encodeURIComponent(url)];
  const ways = [
    { name: share.whatsapp, href: `https://wa.me/?text=${words}` },
    { name: share.telegram, href: `https://t.me/share/url?url=${page}&text=${words}` },
    { name: share.facebook, href: `https://www.facebook.com/sharer/sharer.php?u=${page}` },
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
        {card === undefined ? null : (
          <li>
            <a class="button button-quiet" href={card} lang={langOf(share.card)}>
              {plainly(share.card)}
            </a>
          </li>
        )}
      </ul>
    </>
  );
}
