import { type Audience, audience, type Field, MAX_TERMS } from '../model/audience.ts';

/** One condition as it is being put together; without a value it says nothing yet. */
export interface ConditionDraft {
  field: Field;
  not: boolean;
  values: readonly string[];
}

/** Conditions and groups that are joined: all of them must hold, or one of them. */
export interface GroupDraft {
  join: 'all' | 'any';
  not: boolean;
  parts: readonly PartDraft[];
}

export type PartDraft = ConditionDraft | GroupDraft;

/** A group within a group within the whole: more brackets nobody reads, and the model has no more levels with every NOT. */
export const MOST_NESTED = 2;

/** An audience as the builder shows it; any audience has such a shape. */
export function draftOf(of: Audience): GroupDraft {
  const part = partOf(of, false);
  return 'parts' in part ? part : { join: 'all', not: false, parts: [part] };
}

/** What is meant so far: conditions without a value and groups without a condition say nothing. */
export function audienceOf({ join, not, parts }: GroupDraft): Audience {
  const said = parts.flatMap(meantBy);
  if (said.length === 0) return not ? { any: [] } : { all: [] };
  const joined: Audience = join === 'all' ? { all: said } : { any: said };
  return not ? { not: joined } : joined;
}

/** What is still to be done before it can be kept; `undefined`: nothing. */
export function draftFault(draft: GroupDraft): 'unfilled' | 'too_big' | undefined {
  if (draft.parts.some(isUnfilled)) return 'unfilled';
  return audience.safeParse(audienceOf(draft)).success ? undefined : 'too_big';
}

/** Whether another condition may be added. */
export const hasRoom = (draft: GroupDraft): boolean => partsIn(draft) < MAX_TERMS;

function partOf(of: Audience, not: boolean): PartDraft {
  if ('not' in of) return partOf(of.not, !not);
  if ('field' in of) return { field: of.field, not, values: of.in };
  // Nobody, as everybody but everybody: without a condition a group says nothing, whichever way it is joined.
  if ('any' in of && of.any.length === 0) return { join: 'all', not: !not, parts: [] };
  const [join, within] = 'all' in of ? (['all', of.all] as const) : (['any', of.any] as const);
  return { join, not, parts: within.map((each) => partOf(each, false)) };
}

function meantBy(part: PartDraft): Audience[] {
  if ('parts' in part) return part.parts.some((each) => meantBy(each).length > 0) ? [audienceOf(part)] : [];
  if (part.values.length === 0) return [];
  const among: Audience = { field: part.field, in: [...part.values].sort() };
  return [part.not ? { not: among } : among];
}

const isUnfilled = (part: PartDraft): boolean =>
  'parts' in part ? part.parts.length === 0 || part.parts.some(isUnfilled) : part.values.length === 0;

const partsIn = ({ parts }: GroupDraft): number =>
  parts.reduce((sum, part) => sum + ('parts' in part ? 1 + partsIn(part) : 1), 0);
