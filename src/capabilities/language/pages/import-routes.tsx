import { MAX_FILE_BYTES, readCorrections } from '../../../language/reviewing/index.ts';
import type { StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { EDITORS } from '../desk.ts';
import { notFound, shown, withLanguage } from './answers.tsx';
import { ImportPage } from './import-page.tsx';
import { type LanguagePages, pageOf } from './pages.ts';

/** What browsers call a workbook and a PO file; what it is shows in its bytes. */
const TYPES = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/zip',
  'application/octet-stream',
  'text/x-gettext-translation',
  'application/x-gettext-translation',
  'application/x-gettext',
  'text/x-po',
  'application/x-po',
  'text/plain',
] as const;

/** A file of corrections comes back. */
export const importRoutes = (pages: LanguagePages): StaffRoute[] => [
  {
    method: 'get',
    path: '/language/:lang/import',
    roles: EDITORS,
    render: withLanguage(pages, (ctx, lang) =>
      lang === pages.fallback
        ? notFound(pages, ctx)
        : shown(<ImportPage page={pageOf(pages, ctx)} lang={lang} />),
    ),
  },
  {
    method: 'post',
    path: '/language/:lang/import',
    roles: EDITORS,
    upload: { field: 'file', maxBytes: MAX_FILE_BYTES, types: TYPES },
    act: withLanguage(pages, (ctx, lang) =>
      lang === pages.fallback ? notFound(pages, ctx) : taken(pages, ctx, lang),
    ),
  },
];

async function taken(pages: LanguagePages, ctx: StaffContext, lang: string): Promise<StaffAnswer> {
  const page = pageOf(pages, ctx);
  if (ctx.file === undefined) return shown(<ImportPage page={page} lang={lang} missing />, 400);
  const { corrections, problems } = await readCorrections(ctx.file.bytes, ctx.file.name);
  const by = (ctx.form['by'] ?? '').trim();
  const named = corrections.map((each) => (each.by.trim() === '' ? { ...each, by } : each));
  const how: 'take' | 'try' = ctx.form['how'] === 'take' ? 'take' : 'try';
  const decided = await pages.desk.take(ctx, lang, named, how);
  const done = { ...decided, problems: [...problems, ...decided.problems], how };
  return shown(<ImportPage page={page} lang={lang} done={done} />);
}
