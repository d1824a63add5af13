import { AUDIO_TYPES, MAX_AUDIO_BYTES } from '../../../domain/media.ts';
import {
  onlyFields,
  revOf,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { NO_TEXT, type UpdateContent } from '../model/content.ts';
import { WRITERS } from '../model/lifecycle.ts';
import type { Update } from '../model/update.ts';
import { itemPath } from './page.ts';
import { notFound } from './refused-page.tsx';
import type { Pages } from './pages.ts';
import { withSentFile } from './sent-file.tsx';
import type { UpdateTexts } from './texts.fr.ts';
import { withItem } from './with-item.ts';

/** A recording is part of the content: adding one is an edit, and it is verified with the words. */
export const audioRoutes = (pages: Pages): StaffRoute[] => [
  {
    method: 'post',
    path: '/updates/:id/audio/:lang',
    roles: WRITERS,
    upload: { field: 'recording', maxBytes: MAX_AUDIO_BYTES, types: AUDIO_TYPES },
    act: withLanguage(pages, (ctx, update, lang) =>
      withSentFile({ ctx, update, words: OF_RECORDING }, async ({ bytes, type }) =>
        change(pages, ctx, update, lang, await pages.recordings.put(bytes, type)),
      ),
    ),
  },
  {
    method: 'post',
    path: '/updates/:id/audio/:lang/remove',
    roles: WRITERS,
    act: withLanguage(pages, (ctx, update, lang) => change(pages, ctx, update, lang, '')),
  },
];

const OF_RECORDING = ({ fields, audioNone: none, audioRefused: refused }: UpdateTexts) => ({
  ...{ title: fields.audio, none, refused },
});

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

/** The content with another recording in one language. */
const withAudio = (content: UpdateContent, lang: string, audio: string): UpdateContent => ({
  ...content,
  texts: { ...content.texts, [lang]: { ...(content.texts[lang] ?? NO_TEXT), audio } },
});
