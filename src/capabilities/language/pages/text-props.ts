import type { Lang } from '../../../domain/language.ts';
import type { Problem } from '../../../language/reviewing/index.ts';
import type { Step } from '../corrections-store.ts';
import type { Voiced } from '../voiced.ts';
import type { Page } from './page.ts';

/** What the page of one text and its sections show. */
export interface TextPageProps {
  page: Page;
  lang: Lang;
  text: Voiced;
  history: readonly Step[];
  /** Names by account id, of those this page mentions. */
  names: ReadonlyMap<string, string>;
  /** The next one to review, in the order of the list. */
  next?: Voiced | undefined;
  /** What was typed and not kept. */
  typed?: { text: string; remark: string };
  problems?: readonly Problem[];
  /** It was kept, and the problems are only to be looked at. */
  saved?: true;
  /** Somebody was faster. */
  changed?: boolean;
  /** Why a recording was not taken. */
  voiceWrong?: string;
}
