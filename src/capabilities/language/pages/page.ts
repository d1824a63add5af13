import type { Lang } from '../../../domain/language.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { LanguageTexts } from './texts.fr.ts';

/** What every page of languages is made with. */
export interface Page {
  ctx: StaffContext;
  texts: LanguageTexts;
  languages: readonly Lang[];
  /** The language all texts are written in first. */
  fallback: Lang;
  /** This person may change what the bot says. */
  edits: boolean;
}

export const languageWords = ({ texts }: Page, lang: Lang): string => texts.languages[lang] ?? lang;

export const flowWords = ({ texts }: Page, flow: string): string => (flow === 'bot' ? texts.wholeBot : flow);

/** `12 nov. 2026, 14:05` in Bamako. */
export const momentWords = ({ ctx }: Page, ms: number): string => momentIn(ctx.frame.lang).format(ms);

export const languagePath = (lang: Lang, more = ''): string =>
  `/staff/language/${encodeURIComponent(lang)}${more}`;

export const textPath = (lang: Lang, { flow, key }: { flow: string; key: string }, more = ''): string =>
  languagePath(lang, `/text/${encodeURIComponent(flow)}/${encodeURIComponent(key)}${more}`);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than a page. */
function momentIn(lang: string): Intl.DateTimeFormat {
  const known = formats.get(lang);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Africa/Bamako',
  });
  formats.set(lang, made);
  return made;
}
