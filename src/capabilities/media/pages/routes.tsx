import type { VNode } from 'preact';
import { type Clock, dayOf } from '../../../domain/clock.ts';
import { eachLang, NothingHere } from '../../../web/kit/index.ts';
import type { Role, StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import type { Heard, SentReader } from '../reader.ts';
import { FilePage, LONGEST_WORDS } from './file-page.tsx';
import { ListPage } from './list-page.tsx';
import { filePath, type Page } from './page.ts';
import { MEDIA } from './texts.ts';

/** Who may hear single persons: the same as may read their own words. */
const LISTENERS: readonly Role[] = ['admin', 'analyst'];

export interface MediaPagesDeps {
  readerOf: (org: string) => SentReader;
  clock: Clock;
}

/** The staff pages of voices and photos. Whoever hears or sees one leaves a record of it (T22). */
export function mediaRoutes({ readerOf, clock }: MediaPagesDeps): StaffRoute[] {
  const pageOf = (ctx: StaffContext): Page => ({ ctx, texts: MEDIA[ctx.frame.lang] });
  const withFile =
    (answer: (ctx: StaffContext, file: Heard, reader: SentReader) => VNode | Promise<VNode | StaffAnswer>) =>
    async (ctx: StaffContext): Promise<VNode | StaffAnswer> => {
      const reader = readerOf(ctx.person.org);
      const file = await reader.find(ctx.params['id'] ?? '');
      return file === null ? notFound(pageOf(ctx)) : answer(ctx, file, reader);
    };
  return [
    {
      method: 'get',
      path: '/media',
      roles: LISTENERS,
      reads: 'A',
      nav: {
        label: eachLang(MEDIA, ({ menu }) => menu),
        order: 24,
        about: eachLang(MEDIA, ({ about }) => about),
      },
      render: async (ctx) => (
        <ListPage page={pageOf(ctx)} found={await readerOf(ctx.person.org).listed(pageNumber(ctx.query))} />
      ),
    },
    {
      method: 'get',
      path: '/media/:id',
      roles: LISTENERS,
      reads: 'A',
      flashes: { words: { tone: 'success', text: eachLang(MEDIA, ({ saved }) => saved) } },
      render: withFile((ctx, file) => <FilePage page={pageOf(ctx)} file={file} back={surveyIn(ctx.query)} />),
    },
    {
      method: 'get',
      path: '/media/:id/file',
      roles: LISTENERS,
      reads: 'A',
      render: withFile(async (ctx, { card }, reader) => {
        const file = await reader.open(card.id);
        return file === null ? notFound(pageOf(ctx)) : { kind: 'media', type: file.type, body: file.bytes };
      }),
    },
    {
      method: 'post',
      path: '/media/:id/words',
      roles: LISTENERS,
      act: async (ctx) => {
        const answer = await withFile(async (_ctx, file, reader) => {
          const words = (ctx.form['words'] ?? '').trim();
          if (file.card.media !== 'voice') return notFound(pageOf(ctx));
          if (words.length > LONGEST_WORDS)
            return refused(<FilePage page={pageOf(ctx)} file={file} typed={words} />);
          await ctx.audit('media.transcribed', `media/${file.card.id}`);
          const by = { staff: ctx.person.id, day: dayOf(clock.now()) };
          const there = await reader.transcribe(file.card.id, words, by);
          if (!there) return notFound(pageOf(ctx));
          return { kind: 'see_other', to: filePath(file.card.id), flash: 'words' };
        })(ctx);
        return 'kind' in answer ? answer : { kind: 'page', status: 200, page: answer };
      },
    },
  ];
}

const refused = (page: VNode): StaffAnswer => ({ kind: 'page', status: 400, page });

function notFound({ ctx, texts }: Page): StaffAnswer {
  return {
    kind: 'page',
    status: 404,
    page: <NothingHere frame={ctx.frame} back="/staff/media" texts={texts} />,
  };
}

/** The page of the survey's answers somebody came from; only plain ids make a path. */
function surveyIn(query: URLSearchParams): string | undefined {
  const [survey, question] = [query.get('survey') ?? '', query.get('question') ?? ''];
  return PLAIN.test(survey) && PLAIN.test(question)
    ? `/staff/surveys/${survey}/questions/${question}/files`
    : undefined;
}

const PLAIN = /^[\w-]{1,128}$/;

/** Anything but a positive whole number is the first page. */
function pageNumber(query: URLSearchParams): number {
  const asked = query.get('page') ?? '1';
  return /^[1-9]\d{0,6}$/u.test(asked) ? Number(asked) : 1;
}
