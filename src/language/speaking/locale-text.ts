import type { Lang } from '../../domain/language.ts';

/** One text of one language, with where it stands and what is known of it. */
export interface LocaleText {
  text: string;
  short?: string;
  audio?: string;
  image?: string;
  placeholders: readonly string[];
  source?: string;
  reviewed: boolean;
  /** Who reviewed these very words last, and when (`YYYY-MM-DD`), by `reviewed.csv`. */
  review?: { by: string; on: string; remark: string };
  /** Left in this other language on purpose. */
  kept?: Lang;
  /** Why it may be longer or harder than plain words. */
  plain?: string;
  file: string;
  line: number;
}

/** A language's texts by flow (`bot` for the bot-wide ones), then by dotted key. */
export type Locale = ReadonlyMap<string, ReadonlyMap<string, LocaleText>>;
export type Locales = ReadonlyMap<Lang, Locale>;
