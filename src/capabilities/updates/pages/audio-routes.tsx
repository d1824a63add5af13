import { AUDIO_TYPES, MAX_AUDIO_BYTES } from '../../../domain/media.ts';
import { Fault } from '../../../domain/faults.ts';
import { StaffPage, Notice } from '../../../web/kit/index.ts';
import type { StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { NO_TEXT, type UpdateContent } from '../model/content.ts';
import { WRITERS } from '../model/lifecycle.ts';
import type { Update } from '../model/update.ts';
import { itemPath } from './page.ts';
import { notFound } from './refused-page.tsx';
import type { Pages } from './pages.ts';
import { onlyFields, revOf, withItem } from './with-item.ts';

/** A recording is part of the content: adding one is an edit, and it is verified with the words. */
export const audioRoutes = (pages: Pages): StaffRoute[] => [
  {
    method: 'post',
    path: '/updates/:id/audio/:lang',
    roles: WRITERS,
    upload: { field: 'recording', maxBytes: MAX_AUDIO_BYTES, types: AUDIO_TYPES },
    act: withLanguage(pages, async (ctx, update, lang) => {
      if (ctx.file === undefined) return refusedFile(pages, ctx, update, 'audioNone');
      try {
        const audio = await pages.recordings.put(ctx.file.bytes, ctx.file.type);
        return await change(pages, ctx, update, lang, audio);
      } catch (cause) {
        if (!(cause instanceof Fault) || !cause.code.startsWith('media_')) throw cause;
        return refusedFile(pages, ctx, update, 'audioRefused');
      }
    }),
  },
  {
    method: 'post',
    path: '/updates/:id/audio/:lang/remove',
    roles: WRITERS,
    act: withLanguage(pages, (ctx, update, lang) => change(pages, ctx, update, lang, '')),
  },
];

async function change(
  pages: Pages,
  ctx: StaffContext,
  update: Update,
  lang: string,
  audio: string,
): Promise<StaffAnswer> {
  const content = withAudio(update.content, lang, audio);
  await pages.desk.move(ctx, update.id, { move: 'edit', rev: revOf(ctx), content });
  return { kind: 'see_other', to: itemPath(update), flash: 'audio' };
}

const withLanguage = (
  pages: Pages,
  work: (ctx: StaffContext, update: Update, lang: string) => Promise<StaffAnswer>,
) =>
  withItem(pages, async (ctx, update) => {
    onlyFields(ctx, ['rev']);
    const lang = ctx.params['lang'] ?? '';
    if (!pages.languages.includes(lang)) return notFound(await pages.pageOf(ctx));
    return work(ctx, update, lang);
  });

async function refusedFile(
  pages: Pages,
  ctx: StaffContext,
  update: Update,
  why: 'audioNone' | 'audioRefused',
): Promise<StaffAnswer> {
  const { texts } = await pages.pageOf(ctx);
  return {
    kind: 'page',
    status: 400,
    page: (
      <StaffPage {...ctx.frame} title={texts.fields.audio}>
        <Notice tone="error" live>
          <p>{texts[why]}</p>
        </Notice>
        <p>
          <a href={itemPath(update)}>{texts.backToItem}</a>
        </p>
      </StaffPage>
    ),
  };
}

/** The content with another recording in one language. */
const withAudio = (content: UpdateContent, lang: string, audio: string): UpdateContent => ({
  ...content,
  texts: { ...content.texts, [lang]: { ...(content.texts[lang] ?? NO_TEXT), audio } },
});
