import { inScope } from '../../../web/staff/index.ts';
import type { GroupDraft } from './draft.ts';

/** Whether a draft names a place outside of the regions of who chooses (T20). */
export function namesElsewhere({ parts }: GroupDraft, person: { regions?: readonly string[] }): boolean {
  return parts.some((part) => {
    if ('parts' in part) return namesElsewhere(part, person);
    return PLACES.has(part.field) && part.values.some((value) => !inScope(person, value));
  });
}

const PLACES: ReadonlySet<string> = new Set(['region', 'cercle', 'commune']);
