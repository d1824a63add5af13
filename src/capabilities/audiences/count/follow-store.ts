import type { mongo } from 'mongoose';
import { MEMBERS } from '../collections.ts';
import type { Database } from '../members/members-store.ts';
import type { StoredMember } from '../members/stored-store.ts';
import { Columns } from './columns.ts';

export interface Followed {
  /** The columns with every change that was written until now. */
  now: () => Promise<Columns>;
  close: () => Promise<void>;
}

const BATCH = 4000;
/** Long enough for a batch that is there already; a count waits for it. */
const AWAIT_MS = 1;

/**
 * Reads every member into columns, and brings what has changed since whenever it is asked. Nothing runs in between: the
 * database keeps the place in its own log, and where it has forgotten it, `now` rejects and all is read anew.
 */
export async function follow(db: Database): Promise<Followed> {
  const members = db.collection<StoredMember>(MEMBERS);
  const changes = members.watch<StoredMember, mongo.ChangeStreamDocument<StoredMember>>([], {
    fullDocument: 'updateLookup',
    maxAwaitTimeMS: AWAIT_MS,
    batchSize: BATCH,
  });
  try {
    // Opens it: what is written while all is read comes after that, and overwrites what was read.
    const early = await changes.tryNext();
    const columns = new Columns(await members.estimatedDocumentCount());
    const all = members.find({}, { sort: { _id: 1 }, projection: READ, batchSize: BATCH });
    for await (const each of all) columns.put(rowIn(each));
    columns.loaded();
    if (early !== null) take(columns, early);
    return {
      async now() {
        for (let next = await changes.tryNext(); next !== null; next = await changes.tryNext())
          take(columns, next);
        return columns;
      },
      close: () => changes.close(),
    };
  } catch (cause) {
    await changes.close();
    throw cause;
  }
}

const READ = {
  ...{ lang: 1, channel: 1, active: 1, agreed: 1, stopped: 1, gone: 1, via: 1, writable: 1 },
  ...{ place: 1, sex: 1, age: 1, themes: 1, groups: 1, answers: 1 },
};

function take(columns: Columns, change: mongo.ChangeStreamDocument<StoredMember>): void {
  const { operationType: what } = change;
  if (what === 'delete') columns.remove(change.documentKey._id.value());
  else if (what === 'insert' || what === 'replace') columns.put(rowIn(change.fullDocument));
  // One that is gone by now has its own change to come.
  else if (what === 'update' && change.fullDocument !== undefined) columns.put(rowIn(change.fullDocument));
}

function rowIn(member: Omit<StoredMember, 'reach'>): Parameters<Columns['put']>[0] {
  const { _id, agreed, stopped, gone, writable } = member;
  // Where nothing else forbids it and it is not writable, there is nowhere to write to.
  const reached = writable || !agreed || stopped || gone;
  return { ...member, id: _id.value(), reached };
}
