import type { VNode } from 'preact';
import type { Lang } from '../../../domain/language.ts';
import { NothingHere } from '../../../web/kit/index.ts';
import type { Role, StaffAnswer, StaffContext } from '../../../web/staff/index.ts';
import type { Voiced } from '../voiced.ts';
import { type LanguagePages, pageOf } from './pages.ts';

/** Texts of the bot and who reviewed them: nothing of a citizen. */
export const READERS: readonly Role[] = ['admin', 'editor', 'verifier', 'analyst', 'viewer'];

type Answering = (ctx: StaffContext) => StaffAnswer | Promise<StaffAnswer>;

/** A language of this organisation, or 404. */
export const withLanguage =
  (
    pages: LanguagePages,
    answer: (ctx: StaffContext, lang: Lang) => StaffAnswer | Promise<StaffAnswer>,
  ): Answering =>
  (ctx) => {
    const lang = ctx.params['lang'] ?? '';
    return pages.languagesOf(ctx.person.org).includes(lang) ? answer(ctx, lang) : notFound(pages, ctx);
  };

/** A text of it, or 404. */
export const withText = (
  pages: LanguagePages,
  answer: (ctx: StaffContext, lang: Lang, text: Voiced, all: readonly Voiced[]) => Promise<StaffAnswer>,
): Answering =>
  withLanguage(pages, async (ctx, lang) => {
    const { flow = '', key = '' } = ctx.params;
    const all = await pages.voiced(lang);
    const text = all.find(({ id }) => id === `${flow}/${key}`);
    return text === undefined ? notFound(pages, ctx) : answer(ctx, lang, text, all);
  });

export function notFound(pages: LanguagePages, ctx: StaffContext): StaffAnswer {
  const { texts } = pageOf(pages, ctx);
  return shown(<NothingHere frame={ctx.frame} back="/staff/language" texts={texts} />, 404);
}

export const shown = (page: VNode, status = 200): StaffAnswer => ({ kind: 'page', status, page });
