import type { VNode } from 'preact';
import type { StaffLang } from '../kit/index.ts';
import type { Need } from './need.ts';
import type { StaffContext, StaffPerson } from './route.ts';

/** What a capability says on staff pages that are not its own. */
export interface StaffSlots {
  /** Stands above every page as long as there is something to say. Asked for at every page: one quick look. */
  notice?(person: StaffPerson, lang: StaffLang): Promise<VNode | null>;
  /** What waits for this member, counted within their organisation and region; each links to its list. One quick look. */
  needs?(ctx: StaffContext): Promise<readonly Need[]>;
  /** Stands on the overview, below the cards. */
  overview?(ctx: StaffContext): Promise<VNode | null>;
}

type Parts = readonly (VNode | null)[];

/** The notices of all capabilities, in the order of the list. */
export const noticesFor = (
  slots: readonly StaffSlots[],
  person: StaffPerson,
  lang: StaffLang,
): Promise<Parts> => Promise.all(slots.map((slot) => slot.notice?.(person, lang) ?? NOTHING));

/** What all capabilities say on the overview. */
export const overviewFor = (slots: readonly StaffSlots[], ctx: StaffContext): Promise<Parts> =>
  Promise.all(slots.map((slot) => slot.overview?.(ctx) ?? NOTHING));

const NOTHING = Promise.resolve(null);
