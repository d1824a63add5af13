import type { Fingerprint } from '../../../conversation/ports.ts';
import type { PersonSealer } from '../ports.ts';
import { YOUNGEST } from '../volunteer/band.ts';
import { nicknamePlace, type StoredVolunteer, volunteerId } from '../volunteer/volunteer.ts';
import type { VolunteersStore } from '../volunteer/volunteers-store.ts';

export interface SheetUniting {
  volunteers: VolunteersStore;
  fingerprint: Fingerprint;
  persons: PersonSealer;
}

/**
 * Two people are one volunteer. Of two sheets the one of the younger band stays, for a guardian's consent may hang on it;
 * of two of one band the newer. Safe to repeat.
 */
export async function uniteSheets(
  { volunteers, fingerprint, persons }: SheetUniting,
  from: string,
  to: string,
): Promise<void> {
  const [theirId, ourId] = [volunteerId(fingerprint, from), volunteerId(fingerprint, to)];
  const [theirs, ours] = [await volunteers.find(theirId), await volunteers.find(ourId)];
  if (theirs === null) return;
  if (ours === null || staysOf(theirs, ours) === theirs) {
    const words = await persons.open(from, theirs.nickname, nicknamePlace(theirId));
    const nickname = words === null ? null : await persons.seal(to, words, nicknamePlace(ourId));
    // Erased meanwhile: whoever erases takes the sheet away.
    if (nickname === null) return;
    await volunteers.replace({ ...theirs, _id: ourId, nickname });
  }
  await volunteers.remove(theirId);
}

function staysOf(theirs: StoredVolunteer, ours: StoredVolunteer): StoredVolunteer {
  const younger = YOUNGEST[theirs.band] - YOUNGEST[ours.band];
  if (younger !== 0) return younger < 0 ? theirs : ours;
  return theirs.day > ours.day ? theirs : ours;
}
