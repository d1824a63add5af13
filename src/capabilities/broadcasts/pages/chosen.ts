import type { StaffContext } from '../../../web/staff/index.ts';
import {
  boundedBy,
  type Built,
  type Choosing,
  draftOf,
  fingerprintOf,
  isBuilderField,
  readBuilt,
  type SavedAudience,
  STEP_FIELD,
} from '../../audiences/index.ts';

type Typed = Readonly<Record<string, string>>;

/** Which saved audience is wanted, and which the conditions below were copied from, with what it was then. */
export const WANTED = 'public';
export const COPIED = 'copie';
/** The button that copies the wanted one into the builder. */
export const TAKE = 'prendre';

/** The audience of a form: its conditions, and the saved one they are a copy of. */
export interface Chosen extends Omit<Built, 'fault'> {
  fault?: Built['fault'] | 'gone';
  /** The saved one, and what it meant when it was copied. */
  from?: string | undefined;
  as?: string | undefined;
}

export const isAudienceField = (field: string): boolean =>
  field === WANTED || field === COPIED || field === STEP_FIELD || isBuilderField(field);

/**
 * Reads the audience part of a form. Whoever wants a saved one and has not pressed "take" is given it all the same;
 * conditions that were changed after they were copied are nobody's copy any more.
 */
export async function readChosen(
  form: Typed,
  { choosing, ctx }: { choosing: Pick<Choosing, 'find'>; ctx: Pick<StaffContext, 'person'> },
): Promise<Chosen> {
  const built = readBuilt(form, ctx.person);
  const wanted = form[WANTED] ?? '';
  const [copied = '', as = ''] = (form[COPIED] ?? '').split(' ');
  const takes = form[STEP_FIELD] === TAKE;
  if (wanted === '') return built;
  if (copied === wanted && !takes) {
    const isCopy = built.isStep || fingerprintOf(built.audience) === as;
    return { ...built, ...(isCopy && { from: wanted, as }) };
  }
  // Another step was pressed: what is being put together stays.
  if (built.isStep && !takes) return built;
  const saved = await choosing.find(ctx, wanted);
  if (saved === undefined) return { ...built, fault: 'gone' };
  const audience = boundedBy(saved);
  const copy = { audience, draft: draftOf(audience), from: wanted, as: fingerprintOf(audience) };
  return { ...built, ...copy, fault: undefined };
}

export interface Origin {
  /** Absent: it was deleted, or is not this person's to see. */
  saved?: SavedAudience | undefined;
  /** The saved one means something else by now. */
  changed: boolean;
}

/** What became of the saved audience a broadcast has a copy of; `undefined`: it is a copy of none. */
export async function originOf(
  { from, audience }: Pick<Chosen, 'from' | 'audience'>,
  { choosing, ctx }: { choosing: Pick<Choosing, 'find'>; ctx: Pick<StaffContext, 'person'> },
): Promise<Origin | undefined> {
  if (from === undefined) return undefined;
  const saved = await choosing.find(ctx, from);
  return {
    saved,
    changed: saved !== undefined && fingerprintOf(boundedBy(saved)) !== fingerprintOf(audience),
  };
}
