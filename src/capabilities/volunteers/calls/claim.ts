import { z } from 'zod';
import type { CallKind, Fingerprint } from '../../../conversation/ports.ts';
import type { Clock } from '../../../domain/clock.ts';
import type { EventsStore } from '../events/events-store.ts';
import type { LineStore, NoPlace } from '../places/line-store.ts';
import { claimId, signupId } from '../places/signup.ts';
import { ageAtLeast, isMinor } from '../volunteer/band.ts';
import { volunteerId } from '../volunteer/volunteer.ts';
import type { VolunteersStore } from '../volunteer/volunteers-store.ts';

export interface ClaimDeps {
  events: EventsStore;
  lines: LineStore;
  volunteers: VolunteersStore;
  fingerprint: Fingerprint;
  clock: Clock;
}

/** `consent`: a minor whose guardian has not agreed. */
type Refused = NoPlace | 'unregistered' | 'consent';

/**
 * Takes a place, or one on the waiting list (COMMIT.md rule 8). It lapses unless the turn's `volunteers.keep` confirms it.
 * Who may have one is decided here, whatever the flow asked before.
 */
export const claimCall = (deps: ClaimDeps): CallKind => ({
  name: 'volunteers.claim',
  kind: 'claims',
  params: z.strictObject({ activite: z.string().min(1).max(64) }),
  async run(params, { person, conversation, claim }) {
    const id = String(params['activite']);
    const { events, lines, volunteers, fingerprint, clock } = deps;
    const [volunteer, day] = await Promise.all([
      volunteers.find(volunteerId(fingerprint, person)),
      events.dayOf(id),
    ]);
    if (volunteer === null) return none('unregistered');
    if (day === null) return none('unknown');
    const { band, bandDay, guardian } = volunteer;
    if (isMinor(band, bandDay, day) && guardian?.state !== 'given') return none('consent');
    const claimed = await lines.claim({
      event: id,
      who: signupId(fingerprint, id, person),
      claim: claimId(fingerprint, conversation, claim),
      now: clock.now(),
      age: ageAtLeast(band, bandDay, day),
    });
    if (claimed.kind === 'none') return none(claimed.why);
    const { state, position, ticket } = claimed.standing;
    return { result: state, fresh: claimed.fresh, position, ticket };
  },
});

const none = (why: Refused) => ({ result: why, fresh: false, position: 0, ticket: 0 });
