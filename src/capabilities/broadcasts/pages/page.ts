import type { Lang } from '../../../domain/language.ts';
import { formatsOf } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import type { BroadcastTexts } from './texts.fr.ts';

/** What every page of broadcasts is made with. */
export interface Page {
  ctx: StaffContext;
  texts: BroadcastTexts;
  languages: readonly Lang[];
  regions: readonly { slug: string; name: string }[];
  /** Milliseconds since 1970. */
  now: number;
  /** Names by account id, of those this page mentions. */
  names: ReadonlyMap<string, string>;
  /** Fewer people than this could be named: how many they are is not said. */
  smallest: number;
  /** What a channel is called. */
  channelName: (channel: string) => string;
  /** An audience in words. */
  describe: (broadcast: Pick<Broadcast, 'audience'>) => string;
}

/** `12 nov. 2026, 14:05` in Bamako. */
export const momentWords = ({ ctx }: Page, ms: number): string => formatsOf(ctx.frame.lang).moment.format(ms);

/** `12 nov. 2026` */
export const dayWords = ({ ctx }: Page, ms: number): string => formatsOf(ctx.frame.lang).day.format(ms);

export const countWords = ({ ctx }: Page, n: number): string => formatsOf(ctx.frame.lang).count.format(n);

/** A number of people; how many exactly is not said of a few, who could be named. */
export const peopleWords = (page: Page, n: number): string =>
  n > 0 && n < page.smallest ? page.texts.few : countWords(page, n);

export const languageWords = ({ texts }: Page, lang: Lang): string => texts.languages[lang] ?? lang;

/** A number that is rounded already, where `0` stands for fewer than may be named. */
export const shownWords = (page: Page, n: number): string =>
  page.smallest > 1 && n === 0 ? page.texts.fewerThan(page.smallest) : countWords(page, n);

/** Who did something, by name. */
export function whoWords({ names, texts }: Page, account: string): string {
  if (account === '') return texts.house;
  return account.startsWith('demo:') ? texts.demoAuthor : (names.get(account) ?? texts.someone);
}

export const itemPath = ({ id }: Pick<Broadcast, 'id'>, more = ''): string =>
  `/staff/broadcasts/${encodeURIComponent(id)}${more}`;
