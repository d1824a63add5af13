import { MAX_SENT_BYTES } from '../../../domain/media.ts';
import {
  onlyFields,
  revOf,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import type { UpdateContent } from '../model/content.ts';
import { WRITERS } from '../model/lifecycle.ts';
import type { Update } from '../model/update.ts';
import { itemPath } from './page.ts';
import type { Pages } from './pages.ts';
import { withSentFile } from './sent-file.tsx';
import type { UpdateTexts } from './texts.fr.ts';
import { withItem } from './with-item.ts';

const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** A picture is part of the content, as a recording is: adding one is an edit, and it is verified with the words. */
export const imageRoutes = (pages: Pages): StaffRoute[] => [
  {
    method: 'post',
    path: '/updates/:id/image',
    roles: WRITERS,
    upload: { field: 'picture', maxBytes: MAX_SENT_BYTES, types: PICTURE_TYPES },
    act: withItem(pages, async (ctx, update) => {
      onlyFields(ctx, ['rev']);
      return withSentFile({ ctx, update, words: OF_PICTURE }, async ({ bytes }) =>
        change(pages, ctx, update, await pages.pictures.put(bytes)),
      );
    }),
  },
  {
    method: 'post',
    path: '/updates/:id/image/remove',
    roles: WRITERS,
    act: withItem(pages, (ctx, update) => {
      onlyFields(ctx, ['rev']);
      return change(pages, ctx, update, undefined);
    }),
  },
];

const OF_PICTURE = ({ image: title, imageNone: none, imageRefused: refused }: UpdateTexts) => ({
  ...{ title, none, refused },
});

async function change(
  pages: Pages,
  ctx: StaffContext,
  update: Update,
  id: string | undefined,
): Promise<StaffAnswer> {
  const { image: before, ...rest } = update.content;
  // Another picture shows something else: what was said of the last one does not stay.
  const alt = Object.fromEntries(pages.languages.map((lang) => [lang, '']));
  const image = id === undefined ? undefined : id === before?.id ? before : { id, alt };
  const content: UpdateContent = image === undefined ? rest : { ...rest, image };
  await pages.desk.move(ctx, update.id, { move: 'edit', rev: revOf(ctx), content });
  const to = id === undefined ? itemPath(update) : itemPath(update, '/edit');
  return { kind: 'see_other', to, flash: 'image' };
}
