import type { VNode } from 'preact';
import { NothingHere } from '../../../web/kit/index.ts';
import { namesOf, type StaffAnswer, type StaffContext } from '../../../web/staff/index.ts';
import { openQuestion } from '../questions/answering.ts';
import { type Page, pageOf, type PagesDeps, PATH } from './page.ts';
import { QuestionPage, type QuestionRefusals } from './question-page.tsx';

/** The page of one question, as it is now; without one it is nowhere to be found. */
export async function questionAnswer(
  deps: PagesDeps,
  ctx: StaffContext,
  { status = 200, ...refused }: QuestionRefusals & { status?: number } = {},
): Promise<StaffAnswer> {
  const page = await pageOf(deps, ctx);
  const found = await deps.questions.find(ctx.params['id'] ?? '', ctx.person.org);
  if (found === undefined) return notFound(page);
  const open = await openQuestion(deps, found);
  const names = await namesOf(
    open.trail.map(({ by }) => by),
    deps.staffName,
  );
  return shown(status, <QuestionPage page={{ ...page, names }} open={open} {...refused} />);
}

export const notFound = ({ ctx, texts }: Page): StaffAnswer =>
  shown(404, <NothingHere frame={ctx.frame} back={PATH} texts={texts} />);

export const shown = (status: number, page: VNode): StaffAnswer => ({ kind: 'page', status, page });
