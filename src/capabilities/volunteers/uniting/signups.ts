import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import type { DueDates } from '../../../schedule/due-dates.ts';
import type { EventsStore } from '../events/events-store.ts';
import type { LineStore } from '../places/line-store.ts';
import { type Places, REMINDER_DUE } from '../places/places.ts';
import { sealReach, signupId } from '../places/signup.ts';
import type { SignupsStore } from '../places/signups-store.ts';

export interface SignupUniting {
  events: EventsStore;
  lines: LineStore;
  signups: SignupsStore;
  places: Places;
  fingerprint: Fingerprint;
  sealer: Sealer;
  dues: DueDates;
}

/**
 * Two people have one place at an event: the one further ahead in the line; the other is free for whoever waits. Safe to
 * repeat.
 */
export async function uniteSignups(deps: SignupUniting, from: string, to: string): Promise<void> {
  for (const event of await deps.events.allIds()) await uniteAt(deps, event, from, to);
}

async function uniteAt(deps: SignupUniting, event: string, from: string, to: string): Promise<void> {
  const { lines, signups, places, fingerprint, sealer, dues } = deps;
  const [theirs, ours] = [signupId(fingerprint, event, from), signupId(fingerprint, event, to)];
  const signup = await signups.find(theirs);
  const inLine = (await lines.standing(event, theirs)) !== null;
  if (signup === null && !inLine) return;
  await lines.unite(event, theirs, ours);
  await dues.cancel(REMINDER_DUE, theirs.toString('hex'));
  const kept = await signups.find(ours);
  const standing = await lines.standing(event, ours);
  // What was written down of the place that stays.
  const stays = signup !== null && signup.ticket === standing?.ticket ? signup : (kept ?? signup);
  if (stays !== null && stays === signup) {
    const { conversation } = places.reachOf(signup);
    const reach = sealReach(sealer, ours, { person: to, conversation });
    await signups.replace({ ...signup, _id: ours, reach });
  }
  const line = await lines.outlook(event);
  if (line !== null && stays?.state === 'kept')
    await places.remind({ _id: ours, event, ticket: stays.ticket }, line.starts);
  await places.lookAfter(event);
  await signups.remove(theirs);
}

/** Somebody leaves with a talk: what they signed up for in it stays, and reminders come into a talk that stays. */
export async function keepReach(
  { events, signups, places, fingerprint, sealer }: SignupUniting,
  { person, conversation, staying }: { person: string; conversation: string; staying: string },
): Promise<void> {
  const ids = (await events.allIds()).map((event) => signupId(fingerprint, event, person));
  for (const signup of (await signups.findMany(ids)).values())
    if (places.reachOf(signup).conversation === conversation)
      await signups.replace({
        ...signup,
        reach: sealReach(sealer, signup._id, { person, conversation: staying }),
      });
}
