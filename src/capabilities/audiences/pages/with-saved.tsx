import { Fault } from '../../../domain/faults.ts';
import { NothingHere } from '../../../web/kit/index.ts';
import { onItem, pageAnswer, type StaffAnswer, type StaffContext } from '../../../web/staff/index.ts';
import type { Scope } from '../ports.ts';
import { borders } from '../saved/desk.ts';
import type { SavedAudience } from '../saved/saved.ts';
import { LIST } from './edit-page.tsx';
import type { AudiencePagesDeps } from './pages.ts';
import { RefusedPage } from './refused-page.tsx';
import { AUDIENCE_WORDS } from './texts.ts';

/** Finds the audience of the path within organisation and regions, and answers what its desk refuses. */
export const withSaved = (
  { desk }: Pick<AudiencePagesDeps, 'desk'>,
  work: (ctx: StaffContext, saved: SavedAudience) => Promise<StaffAnswer>,
): ((ctx: StaffContext) => Promise<StaffAnswer>) =>
  onItem<SavedAudience>(
    {
      find: (ctx) => desk.find(ctx, ctx.params['id'] ?? ''),
      async notFound({ frame }) {
        return pageAnswer(404, <NothingHere frame={frame} back={LIST} texts={AUDIENCE_WORDS[frame.lang]} />);
      },
      async refused({ frame }, _now, cause) {
        if (!(cause instanceof Fault) || !REFUSALS.includes(cause.code)) return undefined;
        return pageAnswer(409, <RefusedPage frame={frame} code={cause.code} />);
      },
    },
    work,
  );

const REFUSALS = ['changed', 'too_many'];

/** An audience does not leave the borders it was saved within, nor those of who looks. */
export const withinBorders = ({ person }: Pick<StaffContext, 'person'>, { scope }: SavedAudience): Scope =>
  scope.regions === undefined ? borders(person) : scope;
