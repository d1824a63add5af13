import type { StaffContext } from '../../../web/staff/index.ts';
import type { Field } from '../model/audience.ts';
import type { Scope } from '../ports.ts';
import type { SavedDesk } from '../saved/desk.ts';
import type { Counted } from './audience-part.tsx';
import type { GroupDraft } from './draft.ts';
import type { Offers } from './offers.ts';

type Asks = Pick<StaffContext, 'person' | 'frame'>;

/** What a page of another capability needs so that an audience is chosen or put together on it. */
export interface Choosing extends Pick<SavedDesk, 'list' | 'find'> {
  offersFor(ctx: Asks): Promise<Offers>;
  count(draft: GroupDraft, scope: Scope, ctx: Asks): Promise<Counted>;
  /** A value's name on a page. */
  nameOf(ctx: Asks): (field: Field, value: string) => string;
}
