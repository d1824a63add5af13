import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import type { DueDates } from '../../../schedule/due-dates.ts';
import type { EventsStore } from '../events/events-store.ts';
import type { LineStore } from '../places/line-store.ts';
import { type Places, REMINDER_DUE } from '../places/places.ts';
import { sealReach, signupId, type StoredSignup } from '../places/signup.ts';
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
  const { events, lines, signups, fingerprint } = deps;
  const theirs = new Map((await events.allIds()).map((event) => [event, signupId(fingerprint, event, from)]));
  const known = await signups.findMany([...theirs.values()]);
  const inLine = new Set(await lines.withAny([...theirs.values()]));
  for (const [event, id] of theirs) {
    const signup = known.get(id.toString('hex')) ?? null;
    if (signup !== null || inLine.has(event)) await uniteAt(deps, { event, theirs: id, signup }, to);
  }
}

async function uniteAt(
  { lines, signups, places, fingerprint, sealer, dues }: SignupUniting,
  { event, theirs, signup }: { event: string; theirs: Buffer; signup: StoredSignup | null },
  to: string,
): Promise<void> {
  const ours = signupId(fingerprint, event, to);
  await lines.unite(event, theirs, ours);
  await dues.cancel(REMINDER_DUE, theirs.toString('hex'));
  const kept = await signups.find(ours);
  const standing = await lines.standing(event, ours);
  // What was written down of the place that stays.
  const stays = signup !== null && signup.ticket === standing?.ticket ? signup : (kept ?? signup);
  if (signup !== null && stays === signup) {
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
