import { inLang, type PublicLang } from '../../../web/public/index.ts';
import { NATIONAL } from '../model/content.ts';
import { type Theme, THEMES } from '../model/themes.ts';
import type { Wanted } from './public-items.ts';

/** What the list was asked for; all of it stands in the address. */
export interface Asked extends Wanted {
  page: number;
}

export interface Region {
  slug: string;
  name: string;
}

/** What is asked wrongly is as if it was not asked. */
export function askedIn(query: URLSearchParams, regions: readonly Region[]): Asked {
  const theme = THEMES.find((one) => one === query.get('theme'));
  const place = [NATIONAL, ...regions.map(({ slug }) => slug)].find((one) => one === query.get('lieu'));
  return {
    ...(theme === undefined ? {} : { theme }),
    ...(place === undefined ? {} : { place }),
    ...(query.get('anciennes') === '1' ? { stale: true } : {}),
    page: pageIn(query),
  };
}

/** Counted from 1; anything else is the first. */
export function pageIn(query: URLSearchParams): number {
  const page = query.get('page') ?? '';
  return /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1;
}

/** The address of a list. */
export function listPath(
  lang: PublicLang,
  { theme, place, stale, page = 1 }: { theme?: Theme; place?: string; stale?: boolean; page?: number } = {},
): string {
  const query = new URLSearchParams({
    ...(theme === undefined ? {} : { theme }),
    ...(place === undefined ? {} : { lieu: place }),
    ...(stale === true ? { anciennes: '1' } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return inLang(query === '' ? '/updates' : `/updates?${query}`, lang);
}
