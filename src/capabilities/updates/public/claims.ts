import { plainly, type PublicLang } from '../../../web/public/index.ts';
import { itemPath, type PublicItem, spokenIn } from './public-item.ts';
import { NEWS } from './words.ts';

/** What schema.org calls a fact-check, with what search engines ask of one. */
export interface ClaimReview {
  '@context': 'https://schema.org';
  '@type': 'ClaimReview';
  /** The page that says it. */
  url: string;
  claimReviewed: string;
  inLanguage: string;
  datePublished: string;
  dateModified: string;
  author: { '@type': 'Organization'; name: string; url: string };
  reviewRating: {
    '@type': 'Rating';
    ratingValue: number;
    bestRating: number;
    worstRating: number;
    alternateName: string;
  };
  itemReviewed: { '@type': 'Claim'; name: string; datePublished: string };
  /** What the verdict stands on. */
  isBasedOn?: { '@type': 'CreativeWork'; name: string; url: string };
}

/** The fact-check an item is: what was denied, and still holds. An example is none, programs would take it for one. */
export function claimReviewOf(
  item: PublicItem,
  lang: PublicLang,
  publicUrl: string,
): ClaimReview | undefined {
  const { now, withdrawn, demo, number, versions } = item;
  const { content, publisher } = now;
  if (content.tier !== 'denied' || withdrawn !== undefined || demo) return undefined;
  const { lang: inLanguage, text } = spokenIn(content, lang);
  const { title, url } = content.source;
  return {
    ...{ '@context': 'https://schema.org', '@type': 'ClaimReview' },
    url: `${publicUrl}${itemPath(number)}`,
    ...{ claimReviewed: text.title, inLanguage },
    datePublished: versions[0]?.at ?? now.at,
    dateModified: now.at,
    author: { '@type': 'Organization', name: publisher.name, url: publicUrl },
    reviewRating: {
      ...{ '@type': 'Rating', ratingValue: WORST, bestRating: BEST, worstRating: WORST },
      alternateName: plainly(NEWS[lang].tiers.denied),
    },
    itemReviewed: { '@type': 'Claim', name: text.title, datePublished: content.date },
    ...(url === '' ? {} : { isBasedOn: { '@type': 'CreativeWork', name: title, url } }),
  };
}

/** All of them in one file, as those who gather fact-checks read it. */
export const claimsFile = (
  items: readonly PublicItem[],
  lang: PublicLang,
  publicUrl: string,
): { '@context': 'https://schema.org'; '@type': 'DataFeed'; [more: string]: unknown } => {
  const claims = items.flatMap((item) => claimReviewOf(item, lang, publicUrl) ?? []);
  return {
    ...{ '@context': 'https://schema.org', '@type': 'DataFeed' },
    ...{ name: plainly(NEWS[lang].title), url: `${publicUrl}/claims.jsonld`, inLanguage: lang },
    ...(claims[0] === undefined ? {} : { dateModified: claims[0].dateModified }),
    dataFeedElement: claims.map((item) => ({
      ...{ '@type': 'DataFeedItem', dateCreated: item.datePublished, dateModified: item.dateModified },
      item: [item],
    })),
  };
};

/** The scale of fact-checkers: 1 is false, 5 is true. */
const WORST = 1;
const BEST = 5;
