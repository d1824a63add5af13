import { NothingHere } from '../../../web/kit/index.ts';
import type { StaffAnswer } from '../../../web/staff/index.ts';
import type { Page } from './page.ts';

/** An activity of another organisation is as little there as one that never was. */
export const notFound = ({ ctx, texts }: Page): StaffAnswer => ({
  kind: 'page',
  status: 404,
  page: <NothingHere frame={ctx.frame} back="/staff/events" texts={texts} />,
});
