import { Fault, refusal } from '../../../domain/faults.ts';
import type { StaffAnswer, StaffContext } from '../../../web/staff/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import type { Pages } from './pages.ts';
import { notFound, refusedMove } from './refused-page.tsx';

/** Finds the broadcast of the path within organisation and regions, and answers refusals of the desk with their page. */
export function withItem(
  pages: Pages,
  work: (ctx: StaffContext, broadcast: Broadcast) => Promise<StaffAnswer>,
): (ctx: StaffContext) => Promise<StaffAnswer> {
  return async (ctx) => {
    const broadcast = await findIn(pages, ctx);
    if (broadcast === undefined) return notFound(await pages.pageOf(ctx));
    try {
      return await work(ctx, broadcast);
    } catch (cause) {
      const now = (await findIn(pages, ctx)) ?? broadcast;
      const refused = refusedMove(await pages.pageOf(ctx, now), now, cause);
      if (refused === undefined) throw cause;
      return refused;
    }
  };
}

async function findIn({ desk }: Pages, ctx: StaffContext): Promise<Broadcast | undefined> {
  try {
    return await desk.find(ctx, ctx.params['id'] ?? '');
  } catch (cause) {
    if (cause instanceof Fault && cause.code === 'not_found') return undefined;
    throw cause;
  }
}

/** A form that brings more than its page has is none of ours. */
export function onlyFields({ form }: StaffContext, fields: readonly string[]): void {
  if (Object.keys(form).some((field) => !fields.includes(field)))
    throw refusal('unknown_field', 'The form holds a field that is none of ours.');
}

/** The revision the form was filled from; anything else can match none. */
export const revOf = ({ form }: StaffContext): number => {
  const rev = form['rev'] ?? '';
  return /^\d{1,9}$/u.test(rev) ? Number(rev) : -1;
};

/** Whoever sends no hash has seen nothing. */
export const seenIn = ({ form }: StaffContext): string => form['seen'] ?? '';

export const answer = (
  status: number,
  page: Extract<StaffAnswer, { kind: 'page' }>['page'],
): Extract<StaffAnswer, { kind: 'page' }> => ({ kind: 'page', status, page });
