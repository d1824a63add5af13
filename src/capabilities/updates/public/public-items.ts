import type { Lang } from '../../../domain/language.ts';
import type { LogEntry, PublicLog, Statement } from '../log/ports.ts';
import { NATIONAL } from '../model/content.ts';
import { isWhole } from '../model/missing.ts';
import type { Theme } from '../model/themes.ts';
import type { ShownTier } from '../model/tiers.ts';
import { isStale, itemOf, type PublicItem, tierOf } from './public-item.ts';

/** What lists need of an item; the words of it are read when its page is. */
export interface Row {
  number: string;
  version: number;
  /** When what holds was said; ISO 8601. */
  at: string;
  tier: ShownTier;
  theme: Theme | '';
  place: string;
  date: string;
  reviewBy: string;
  publisher: string;
  /** In the languages in which there is something to read. */
  titles: Readonly<Record<Lang, string>>;
  demo: boolean;
}

/** What is looked for; absent is everything. */
export interface Wanted {
  theme?: Theme;
  /** A region with all that is in it, or the whole country for what is about no region. */
  place?: string;
  tier?: ShownTier;
  /** Those past their day of review, too. */
  stale?: boolean;
}

/** What everybody may read. */
export interface PublicItems {
  /** What holds today, the newest first. */
  list(wanted: Wanted, today: string): Promise<readonly Row[]>;
  of(number: string): Promise<PublicItem | undefined>;
  /** Those of which something was said last, withdrawals too, the newest first. No examples: programs carry these away. */
  latest(limit: number, tier?: ShownTier): Promise<PublicItem[]>;
}

/** Entries read at a time. */
const PAGE = 500;

/**
 * Follows the signed log, and that of the demonstration: a row an item in memory, some 500 bytes each, so that lists and
 * filters ask the database for what is new and for nothing else.
 */
export function publicItems(log: Pick<PublicLog, 'after' | 'of' | 'head'>): PublicItems {
  const [real, demo] = [follower(log, false), follower(log, true)];
  let following: Promise<readonly Row[]> | undefined;
  /** All rows, the newest first; who asks at the same moment gets the same look. */
  const rows = (): Promise<readonly Row[]> => {
    following ??= Promise.all([real.rows(), demo.rows()])
      .then(([ours, examples]) => [...ours, ...examples].sort(newest))
      .finally(() => {
        following = undefined;
      });
    return following;
  };
  const of = async (number: string): Promise<PublicItem | undefined> => itemOf(await log.of(number));
  return {
    of,

    list: async (wanted, today) =>
      (await rows()).filter((row) => row.tier !== 'withdrawn' && fits(row, wanted, today)),

    async latest(limit, tier) {
      const found = (await rows()).filter((row) => !row.demo && (tier === undefined || row.tier === tier));
      const items = await Promise.all(found.slice(0, limit).map(({ number }) => of(number)));
      return items.flatMap((item) => item ?? []);
    },
  };
}

/** One log, as far as it was read. */
function follower(log: Pick<PublicLog, 'after' | 'head'>, demo: boolean): { rows(): Promise<Row[]> } {
  const rows = new Map<string, Row>();
  let seen = { seq: 0, hash: '' };
  let first = 0;
  const take = ({ seq, hash, statement }: LogEntry): void => {
    if (rows.size === 0) first = seq;
    rows.set(statement.number, rowOf(statement, demo));
    seen = { seq, hash };
  };
  /** The demonstration was taken away, and perhaps another one loaded: its count goes on, so its first entry tells. */
  const isGone = async (): Promise<boolean> =>
    demo && rows.size > 0 && (await log.after(0, 1, demo))[0]?.seq !== first;
  return {
    async rows() {
      const head = await log.head(demo);
      const isAnother = head.seq === seen.seq && head.seq > 0 && head.hash !== seen.hash;
      if (head.seq < seen.seq || isAnother || (await isGone())) {
        rows.clear();
        seen = { seq: 0, hash: '' };
      }
      while (seen.seq < head.seq) {
        const page = await log.after(seen.seq, PAGE, demo);
        if (page.length === 0) break;
        page.forEach(take);
      }
      return [...rows.values()];
    },
  };
}

const rowOf = (statement: Statement, demo: boolean): Row => {
  const { number, version, at, content, publisher } = statement;
  const { theme, place, date, reviewBy, texts } = content;
  return {
    ...{ number, version, at, tier: tierOf(statement), theme, place, date, reviewBy, demo },
    publisher: publisher.name,
    titles: Object.fromEntries(
      Object.entries(texts).flatMap(([lang, { title }]) => (isWhole(content, lang) ? [[lang, title]] : [])),
    ),
  };
};

const fits = (row: Row, { theme, place, tier, stale = false }: Wanted, today: string): boolean =>
  (tier === undefined || row.tier === tier) &&
  (theme === undefined || row.theme === theme) &&
  (place === undefined || row.place === place || (place !== NATIONAL && row.place.startsWith(`${place}/`))) &&
  (stale || !isStale(row, today));

/** Of the same second: the higher number first. */
const newest = (one: Row, two: Row): number =>
  one.at === two.at ? (one.number < two.number ? 1 : -1) : one.at < two.at ? 1 : -1;
