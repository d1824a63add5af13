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
  /** Left in this other language on purpose. */
  kept?: Lang;
  file: string;
  line: number;
}
