import { refusal } from '../../../domain/faults.ts';
import type { StaffAnswer, StaffContext } from '../../../web/staff/index.ts';
import type { Update } from '../model/update.ts';
import type { Pages } from './pages.ts';
import { notFound, refusedMove } from './refused-page.tsx';

/** Finds the item of the path within the organisation, and answers refusals of the desk with their page. */
export function withItem(
  pages: Pages,
  work: (ctx: StaffContext, update: Update) => Promise<StaffAnswer>,
): (ctx: StaffContext) => Promise<StaffAnswer> {
  return async (ctx) => {
    const id = ctx.params['id'] ?? '';
    const update = await pages.store.find(ctx.person.org, id);
    if (update === undefined) return notFound(await pages.pageOf(ctx));
    try {
      return await work(ctx, update);
    } catch (cause) {
      const now = (await pages.store.find(ctx.person.org, id)) ?? update;
      const refused = refusedMove(await pages.pageOf(ctx, now), now, cause);
      if (refused === undefined) throw cause;
      return refused;
    }
  };
}

/** A form that brings more than its page has is none of ours. */
export function onlyFields({ form }: StaffContext, fields: readonly string[]): void {
  if (Object.keys(form).some((field) => !fields.includes(field)))
    throw refusal('unknown_field', 'The form holds a field that is none of ours.');
}

/** The revision the form was filled from; anything else can match none. */
export const revOf = ({ form }: StaffContext): number => {
  const rev = form['rev'] ?? '';
  return /^\d{1,9}$/.test(rev) ? Number(rev) : -1;
};
