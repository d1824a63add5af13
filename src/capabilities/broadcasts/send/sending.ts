import type { CallKind } from '../../../conversation/ports.ts';
import { daysAfter, dayOf } from '../../../domain/clock.ts';
import type { DueDates, DueKind } from '../../../schedule/due-dates.ts';
import type { CollectionRule } from '../../../store/collections.ts';
import { receivedStore } from '../fatigue/received-store.ts';
import { REPORT_DAYS, sendingCollections } from '../plan/collections.ts';
import { recipientIds } from '../plan/recipient-ids.ts';
import { type Database, recipientsStore } from '../plan/recipients-store.ts';
import { runsStore } from '../plan/runs-store.ts';
import { figuresStore } from '../report/figures-store.ts';
import { type ProgressReader, progressReader } from '../report/progress-reader.ts';
import { controlling } from './control.ts';
import { type Gate, gate } from './gate.ts';
import { messageCall } from './message-call.ts';
import type { Control, Launch } from './ports.ts';
import { launching, sendDue } from './send-due.ts';
import type { SendingDeps } from './sending-deps.ts';

type Stores = 'recipients' | 'runs' | 'figures' | 'received';

/** What the house gives sending; it brings its own stores. */
export interface SendingRooms extends Omit<SendingDeps, Stores | 'pause' | 'stopping'> {
  db: Database;
  dues: Pick<DueDates, 'set'>;
  /** The name of an organisation, as citizens read it. */
  senderOf: (org: string) => Promise<string>;
  /** Waits between two looks; another one where a test owns the time. */
  pause?: (ms: number) => Promise<void>;
}

/** Planning and sending, put together: what the capability adds to its own parts. */
export interface SendingParts extends Gate {
  launch: Launch;
  control: Control;
  report: ProgressReader;
  collections: readonly CollectionRule[];
  calls: readonly CallKind[];
  dues: readonly DueKind[];
  /** Somebody for whom a broadcast waited was told it. */
  toldLater(member: Buffer, broadcast: string): Promise<void>;
  /** For erasure, by the id in the audience; how many documents went. Safe to repeat. */
  erase(member: Buffer): Promise<number>;
  /** Two people are one, and get one message. Safe to repeat. */
  unite(from: Buffer, to: Buffer): Promise<void>;
  stop(): void;
}

export function sending(rooms: SendingRooms): SendingParts {
  const { db, dues, fingerprint } = rooms;
  const closing = { begun: false };
  const [recipients, runs, figures] = [recipientsStore(db), runsStore(db), figuresStore(db)];
  const received = receivedStore(db, fingerprint);
  const deps: SendingDeps = {
    ...{ ...rooms, recipients, runs, figures, received },
    pause: rooms.pause ?? wait,
    stopping: () => closing.begun,
  };
  const launch = launching(dues);
  const keysOf = async (member: Buffer): Promise<Buffer[]> =>
    (await runs.all()).map((id) => recipientIds(fingerprint, id).of(member));
  return {
    ...gate(deps),
    launch,
    control: controlling({ ...deps, launch }),
    report: progressReader(deps),
    collections: sendingCollections(async (now) => {
      let gone = 0;
      for (const id of await runs.all(daysAfter(dayOf(now), -REPORT_DAYS)))
        gone += await recipients.drop(recipientIds(fingerprint, id));
      return gone;
    }),
    calls: [messageCall(rooms)],
    dues: [sendDue(deps)],
    toldLater: (member, broadcast) => recipients.readLater(recipientIds(fingerprint, broadcast).of(member)),
    async erase(member) {
      await recipients.erase(await keysOf(member));
      return received.erase(member);
    },
    async unite(from, to) {
      const [theirs, others] = [await keysOf(from), await keysOf(to)];
      const known = await recipients.known(others);
      await recipients.erase(theirs.filter((_key, at) => known.has(others[at]?.toString('hex') ?? '')));
    },
    stop() {
      closing.begun = true;
    },
  };
}

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
