/** What schema.org's ClaimReview needs, as its page and those of search engines for fact-checks list it. */
const REQUIRED: Readonly<Record<string, (value: unknown) => boolean>> = {
  '@context': (value) => value === 'https://schema.org',
  '@type': (value) => value === 'ClaimReview',
  url: isAddress,
  claimReviewed: isWords,
  author: (value) => isOf(value, ['Organization', 'Person']) && isWords(value['name']),
  datePublished: isMoment,
  reviewRating: (value) =>
    isOf(value, ['Rating']) &&
    isWords(value['alternateName']) &&
    isBetween(value['ratingValue'], value['worstRating'], value['bestRating']),
  itemReviewed: (value) => isOf(value, ['Claim', 'CreativeWork']) && isMoment(value['datePublished']),
};

/** Which required properties of a ClaimReview are missing or wrong. */
export const claimFaults = (claim: unknown): string[] =>
  isRecord(claim)
    ? Object.entries(REQUIRED).flatMap(([name, holds]) => (holds(claim[name]) ? [] : [name]))
    : ['no object'];

/** The same for a file of them (DataFeed), each under its own address. */
export function claimsFileFaults(file: unknown): string[] {
  if (!isOf(file, ['DataFeed']) || !Array.isArray(file['dataFeedElement'])) return ['no DataFeed'];
  const claims = file['dataFeedElement'].flatMap((element: unknown) =>
    isOf(element, ['DataFeedItem']) && isMoment(element['dateCreated']) && Array.isArray(element['item'])
      ? (element['item'] as unknown[])
      : [undefined],
  );
  const urls = claims.map((claim) => (isRecord(claim) ? claim['url'] : undefined));
  return [
    ...claims.flatMap(claimFaults),
    ...(new Set(urls).size === urls.length ? [] : ['two claims under one address']),
  ];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOf = (value: unknown, types: readonly string[]): value is Record<string, unknown> =>
  isRecord(value) && types.some((type) => type === value['@type']);

function isWords(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}

/** ISO 8601: a day, or a moment. */
function isMoment(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/.test(value) &&
    Number.isFinite(Date.parse(value))
  );
}

const isBetween = (value: unknown, least: unknown, most: unknown): boolean =>
  [value, least, most].every((one) => typeof one === 'number') &&
  Number(least) <= Number(value) &&
  Number(value) <= Number(most);
