import { Fault, refusal } from '../../../../domain/faults.ts';
import type { StaffAnswer, StaffContext } from '../../../../web/staff/index.ts';
import type { EditionDesk, Offer } from '../ports.ts';
import type { Refused } from './decide.tsx';
import { editionPath } from './page.ts';
import { byAccount } from './who.ts';

const SHORTEST_WHY = 3;
/** Two lines of a history. */
const LONGEST_WHY = 300;

interface Deciding {
  offer: Offer;
  /** What its form may hold besides what was seen and why. */
  fields: readonly string[];
  flash: 'published' | 'back';
  /** The page as it is now, with why nothing was published. */
  again: (refused: Refused) => Promise<StaffAnswer>;
}

/** Publishes what was looked at; where that is not possible, shows what is there now. */
export async function decided(
  { form, person, audit }: StaffContext,
  desk: EditionDesk,
  { offer, fields, flash, again }: Deciding,
): Promise<StaffAnswer> {
  if (Object.keys(form).some((field) => !['seen', 'why', ...fields].includes(field)))
    throw refusal('unknown_field', 'The form holds a field that is none of ours.');
  const { seen = '', why: typed = '' } = form;
  const why = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const { length } = Array.from(why);
  if (length < SHORTEST_WHY || length > LONGEST_WHY || /\p{C}/u.test(why))
    return again({ code: 'why', typed });
  try {
    const n = await desk.publish({
      ...{ offer, seen, why, by: byAccount(person.id) },
      record: ({ action, subject, detail }) => audit(action, subject, detail),
    });
    return { kind: 'see_other', to: editionPath(n), flash };
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.kind !== 'refusal') throw cause;
    return again({ code: cause.code, typed });
  }
}
