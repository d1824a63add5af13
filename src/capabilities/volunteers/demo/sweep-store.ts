import type { mongo } from 'mongoose';
import { untilDurable } from '../../../store/durable.ts';
import { EVENTS, SIGNUPS } from '../collections.ts';
import type { StoredEvent } from '../events/stored-event-store.ts';
import type { StoredSignup } from '../places/signup.ts';

/** Takes away every event whose id begins with `mark`, and the sign-ups for it. The events last: by them it is repeated. */
export async function sweepEvents(db: mongo.Db, mark: string): Promise<void> {
  const events = db.collection<StoredEvent>(EVENTS);
  const marked = { _id: { $regex: `^${mark}` } } as mongo.Filter<StoredEvent>;
  const found = await untilDurable(() => events.find(marked, { projection: { _id: 1 } }).toArray());
  const event = { $in: found.map(({ _id }) => _id) };
  await untilDurable(() => db.collection<StoredSignup>(SIGNUPS).deleteMany({ event }));
  await untilDurable(() => events.deleteMany(marked));
}
