import type { Lang } from '../../../domain/language.ts';
import { PUBLIC_LANGS, type PublicLang } from '../../../web/public/index.ts';
import type { LogEntry, Statement } from '../log/ports.ts';
import type { UpdateContent, UpdateText } from '../model/content.ts';
import { NO_TEXT } from '../model/content.ts';
import { isWhole } from '../model/missing.ts';
import type { ShownTier } from '../model/tiers.ts';

/** All that was said under a number, as the signed log has it. */
export interface PublicItem {
  number: string;
  /** Published and corrected, the oldest first. */
  versions: readonly Statement[];
  /** The one that holds, or held last. */
  now: Statement;
  withdrawn?: Statement;
  demo: boolean;
}

/** What the log says of one number; `undefined` where nothing was published under it. */
export function itemOf(entries: readonly Pick<LogEntry, 'statement' | 'demo'>[]): PublicItem | undefined {
  const statements = entries.map(({ statement }) => statement);
  const versions = statements.filter(({ kind }) => kind !== 'withdrawn');
  const [now, last] = [versions.at(-1), statements.at(-1)];
  if (now === undefined || last === undefined) return undefined;
  return {
    ...{ number: now.number, versions, now, demo: entries[0]?.demo === true },
    ...(last.kind === 'withdrawn' ? { withdrawn: last } : {}),
  };
}

/** How it is founded, or what became of it. */
export const tierOf = ({
  kind,
  content,
}: Pick<Statement, 'kind'> & { content: Pick<UpdateContent, 'tier'> }): ShownTier =>
  kind === 'withdrawn' ? 'withdrawn' : content.tier === '' ? 'to_confirm' : content.tier;

export interface Spoken {
  lang: Lang;
  text: UpdateText;
}

/** Nobody goes without: who has no text in their language gets another one, and is told so. */
export function spokenIn(content: UpdateContent, lang: PublicLang): Spoken {
  const others = [...PUBLIC_LANGS, ...Object.keys(content.texts)];
  const found = [lang, ...others].find((each) => isWhole(content, each)) ?? lang;
  return { lang: found, text: content.texts[found] ?? NO_TEXT };
}

/** Past its day of review. @param today `YYYY-MM-DD` */
export const isStale = ({ reviewBy }: Pick<UpdateContent, 'reviewBy'>, today: string): boolean =>
  reviewBy !== '' && reviewBy < today;

export const itemPath = (number: string): string => `/updates/${number}`;

/** Its picture changes with what it says, so the address does. */
export const cardPath = ({ number, version, kind }: Statement, lang: PublicLang): string =>
  `${itemPath(number)}/card.png?lang=${lang}&v=${String(version)}${kind === 'withdrawn' ? 'w' : ''}`;
