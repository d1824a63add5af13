import { Feed } from 'feed';
import { dayWords, inLang, plainly, type PublicLang } from '../../../web/public/index.ts';
import { CAUSES } from '../model/causes.ts';
import { itemPath, type PublicItem, spokenIn, tierOf } from './public-item.ts';
import { NEWS } from './words.ts';

/**
 * The feed of a language (Atom, RFC 4287). An entry keeps its id for good; what it says, and `updated`, move with
 * corrections and with a withdrawal, which takes the words away.
 * @param items the newest first, without examples
 */
export function atomFeed(items: readonly PublicItem[], lang: PublicLang, publicUrl: string): string {
  const words = NEWS[lang];
  const address = `${publicUrl}${inLang('/feed.xml', lang)}`;
  const feed = new Feed({
    id: idOf(publicUrl, lang, 'feed'),
    title: `Benkan · ${plainly(words.title)}`,
    description: plainly(words.about),
    link: `${publicUrl}${inLang('/updates', lang)}`,
    feedLinks: { atom: address },
    updated: new Date(lastWord(items[0]) ?? 0),
    author: { name: 'Benkan', link: publicUrl },
    generator: 'Benkan',
  });
  for (const item of items) {
    const { now, versions, withdrawn, number } = item;
    const { content, publisher } = now;
    feed.addItem({
      id: idOf(publicUrl, lang, number),
      link: `${publicUrl}${inLang(itemPath(number), lang)}`,
      title: titleOf(item, lang),
      content: wordsOf(item, lang, publicUrl),
      date: new Date(withdrawn?.at ?? now.at),
      published: new Date(versions[0]?.at ?? now.at),
      author: [{ name: unseenOut(publisher.name) }],
      ...(content.theme === ''
        ? {}
        : { category: [{ name: plainly(words.themes[content.theme]), term: content.theme }] }),
    });
  }
  return feed.atom1().replace('<feed ', `<feed xml:lang="${lang}" `);
}

const lastWord = (item: PublicItem | undefined): string | undefined => item?.withdrawn?.at ?? item?.now.at;

/** A tag (RFC 4151) of the house's own name: no other house's item has it, and it never changes. */
const idOf = (publicUrl: string, lang: PublicLang, what: string): string =>
  `tag:${new URL(publicUrl).hostname},2026:updates/${lang}/${what}`;

/** What became of it stands first: many readers show the title alone. */
function titleOf({ now, withdrawn }: PublicItem, lang: PublicLang): string {
  const { tiers } = NEWS[lang];
  const { lang: spoken, text } = spokenIn(now.content, lang);
  const became = withdrawn !== undefined ? tiers.withdrawn : now.version > 1 ? tiers.corrected : undefined;
  const title = inLanguage(spoken, lang, text.title);
  return became === undefined ? title : `${html(plainly(became))} : ${title}`;
}

function wordsOf(item: PublicItem, lang: PublicLang, publicUrl: string): string {
  const words = NEWS[lang];
  const { now, withdrawn, number } = item;
  const verify = `<p><a href="${html(`${publicUrl}${inLang(`/verify/${number}`, lang)}`)}">${html(plainly(words.verify.link))} (${html(number)})</a></p>`;
  if (withdrawn !== undefined) {
    const cause = CAUSES.find((one) => one === withdrawn.reason);
    const why = cause === undefined ? '' : `${plainly(words.withdrawn.causes[cause])} `;
    return `<p><strong>${html(plainly(words.withdrawn.title))}</strong></p><p>${html(why)}${html(plainly(words.withdrawn.when(dayWords(lang, withdrawn.at))))}</p>${verify}`;
  }
  const { content, publisher } = now;
  const { lang: spoken, text } = spokenIn(content, lang);
  const reason = now.version > 1 ? (text.reason ?? now.reason ?? '') : '';
  const paragraphs = [reason, text.first, text.second].filter((paragraph) => paragraph !== '');
  const { facts } = words;
  const lines = [
    [facts.source, content.source.title],
    [facts.publisher, publisher.name],
    [facts.funding, content.funding],
    [facts.date, dayWords(lang, content.date)],
  ] as const;
  return [
    `<p><strong>${html(plainly(words.tiers[tierOf(now)]))}</strong></p>`,
    ...paragraphs.map((paragraph) => `<p>${inLanguage(spoken, lang, paragraph)}</p>`),
    `<p>${lines.map(([label, value]) => `${html(plainly(label))} : ${html(value)}`).join('<br>')}</p>`,
    verify,
  ].join('');
}

/** Words in another language than the feed's say so. */
const inLanguage = (spoken: string, lang: PublicLang, words: string): string =>
  spoken === lang ? html(words) : `<span lang="${html(spoken)}">${html(words)}</span>`;

/** Words as HTML, within XML: no `]]>` is left to end the section they stand in. */
const html = (words: string): string =>
  unseenOut(words).replace(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0))};`);

/** XML 1.0 has no way to write these, not even escaped. */
const unseenOut = (words: string): string =>
  words.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
