import { Fault, refusal } from '../../../domain/faults.ts';
import { flashesIn, type StaffAnswer, type StaffContext, type StaffRoute } from '../../../web/staff/index.ts';
import { EDITORS } from '../desk.ts';
import type { Voiced } from '../voiced.ts';
import { READERS, shown, withText } from './answers.tsx';
import { textPath } from './page.ts';
import { type LanguagePages, namesOf, pageOf } from './pages.ts';
import { TextPage } from './text-page.tsx';
import type { TextPageProps } from './text-props.ts';
import { LANGUAGE } from './texts.ts';

const PATH = '/language/:lang/text/:flow/:key';

/** One text: looked at, changed, approved, taken back. */
export const textRoutes = (pages: LanguagePages): StaffRoute[] => [
  {
    method: 'get',
    path: PATH,
    roles: READERS,
    flashes: flashesIn('success', LANGUAGE, ({ saved, restored, voiceKept, voiceRemoved }) => ({
      ...{ saved, restored, voice: voiceKept, silent: voiceRemoved },
    })),
    render: withText(pages, async (ctx, lang, text, all) =>
      shown(<TextPage {...(await propsOf(pages, ctx, { lang, text, all }))} />),
    ),
  },
  {
    method: 'post',
    path: PATH,
    roles: EDITORS,
    act: withText(pages, (ctx, lang, text) => save(pages, ctx, lang, text)),
  },
  {
    method: 'post',
    path: `${PATH}/restore`,
    roles: EDITORS,
    act: withText(pages, async (ctx, lang, text) => {
      refuseFirst(pages, lang);
      const { step = '' } = ctx.form;
      try {
        await pages.desk.restore(ctx, { lang, id: text.id, rev: revOf(ctx), step });
      } catch (cause) {
        return changedPage(pages, ctx, { lang, text, cause });
      }
      return { kind: 'see_other', to: textPath(lang, text), flash: 'restored' };
    }),
  },
];

async function save(
  pages: LanguagePages,
  ctx: StaffContext,
  lang: string,
  text: Voiced,
): Promise<StaffAnswer> {
  refuseFirst(pages, lang);
  const { text: words = '', remark = '', state, seen = '' } = ctx.form;
  const typed = { text: words, remark };
  const verdict = state === 'reviewed' ? 'reviewed' : 'draft';
  try {
    const wish = { lang, id: text.id, text: words, remark, state: verdict, rev: revOf(ctx), seen } as const;
    const { kept, problems } = await pages.desk.save(ctx, wish);
    if (kept && problems.length === 0) return { kind: 'see_other', to: textPath(lang, text), flash: 'saved' };
    const now = await lookedUp(pages, lang, text);
    const props = await propsOf(pages, ctx, { lang, ...now });
    return shown(
      <TextPage {...props} problems={problems} {...(kept ? { saved: true } : { typed })} />,
      kept ? 200 : 400,
    );
  } catch (cause) {
    return changedPage(pages, ctx, { lang, text, cause, typed });
  }
}

/** Somebody was faster: both are shown, and what was typed is still there. */
async function changedPage(
  pages: LanguagePages,
  ctx: StaffContext,
  {
    lang,
    text,
    cause,
    typed,
  }: { lang: string; text: Voiced; cause: unknown; typed?: TextPageProps['typed'] },
): Promise<StaffAnswer> {
  if (!(cause instanceof Fault) || cause.code !== 'changed') throw cause;
  const props = await propsOf(pages, ctx, { lang, ...(await lookedUp(pages, lang, text)) });
  return shown(<TextPage {...props} changed {...(typed !== undefined && { typed })} />, 409);
}

async function lookedUp(pages: LanguagePages, lang: string, before: Voiced) {
  const all = await pages.voiced(lang);
  return { all, text: all.find(({ id }) => id === before.id) ?? before };
}

export async function propsOf(
  pages: LanguagePages,
  ctx: StaffContext,
  { lang, text, all }: { lang: string; text: Voiced; all: readonly Voiced[] },
): Promise<TextPageProps> {
  const history = await pages.desk.history(lang, text.id);
  const recorder = text.recording === undefined ? [] : [text.recording.by];
  const accounts = [...history.map(({ account }) => account), ...recorder];
  const next = [...all.slice(all.indexOf(text) + 1), ...all].find(
    (one) =>
      one.id !== text.id && (lang === pages.fallback ? one.voice === 'missing' : one.state !== 'reviewed'),
  );
  const names = await namesOf(accounts, pages.staffName);
  return { page: pageOf(pages, ctx), lang, text, history, names, next };
}

/** The revision the form was filled from; anything else can match none. */
function revOf({ form }: StaffContext): number {
  const rev = form['rev'] ?? '';
  return /^\d{1,9}$/u.test(rev) ? Number(rev) : -1;
}

function refuseFirst({ fallback }: LanguagePages, lang: string): void {
  if (lang === fallback) throw refusal('first_language', 'These texts are written in files.');
}
