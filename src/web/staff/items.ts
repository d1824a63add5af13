import type { VNode } from 'preact';
import { refusal } from '../../domain/faults.ts';
import type { StaffAnswer, StaffContext } from './route.ts';

/** How the routes of one kind of item find it, and answer what its desk refuses. */
interface ItemRoutes<Item> {
  /** Within what the person may see; `undefined`: for them there is none. */
  find: (ctx: StaffContext) => Promise<Item | undefined>;
  notFound: (ctx: StaffContext) => Promise<StaffAnswer>;
  /** `undefined`: it is no refusal of the desk. `now`: as the item stands after it. */
  refused: (ctx: StaffContext, now: Item, cause: unknown) => Promise<StaffAnswer | undefined>;
}

/** Finds the item of the path, and answers refusals of its desk with their page. */
export const onItem =
  <Item>(
    { find, notFound, refused }: ItemRoutes<Item>,
    work: (ctx: StaffContext, item: Item) => Promise<StaffAnswer>,
  ): ((ctx: StaffContext) => Promise<StaffAnswer>) =>
  async (ctx) => {
    const item = await find(ctx);
    if (item === undefined) return notFound(ctx);
    try {
      return await work(ctx, item);
    } catch (cause) {
      const answer = await refused(ctx, (await find(ctx)) ?? item, cause);
      if (answer === undefined) throw cause;
      return answer;
    }
  };

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

/** Names by account id; accounts that are gone have none. */
export async function namesOf(
  accounts: readonly string[],
  staffName: (account: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const names = await Promise.all(
    [...new Set(accounts)].map(async (id) => [id, await staffName(id)] as const),
  );
  return new Map(names.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
}

export const pageAnswer = (status: number, page: VNode): Extract<StaffAnswer, { kind: 'page' }> => ({
  kind: 'page',
  status,
  page,
});
