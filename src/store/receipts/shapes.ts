import type { mongo } from 'mongoose';
import type { CollectionRule } from '../collections.ts';

/**
 * The states of a message that has left, in the order in which one outweighs another: whatever comes later in this list
 * is believed, in whatever order the news arrive. Who has it on the phone has it, also after a failure that was told
 * first. What has not left is `queued` in its conversation's document, or `sending` in a process that has it.
 */
export const STATES = ['unknown', 'sent', 'failed', 'delivered', 'read'] as const;
export type State = (typeof STATES)[number];

export interface ReceiptDoc {
  /** Fingerprint of the platform's id, or of ours where it has none. */
  _id: mongo.Binary;
  /** Place in {@link STATES}. */
  reached: number;
  channel: string;
  day: string;
  code?: string;
  /** Whose talk, sealed: only for marking a person who is found to be gone. */
  to?: mongo.Binary;
  /** Something staff said: they are shown what becomes of it. */
  reply?: true;
  /** Stands under our own id of something staff said, and leads to what its platform tells of it. */
  leads?: mongo.Binary;
  /** Of a broadcast: which, and that it is one (the index leans on it). */
  broadcast?: string;
  mailing?: true;
  /** The month for which it was counted as paid for. */
  metered?: string;
}

export const RECEIPTS = 'receipts';
export const METERED = 'metered_messages';

/** Phones are charged and read within days; what a mailing reached is looked at within weeks. */
const KEPT_DAYS = 35;
/** Two seasons of bills can be compared. */
const MONTHS_KEPT_DAYS = 400;

export const RECEIPT_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: RECEIPTS,
    indexes: [
      { name: 'mailing', key: { broadcast: 1 }, where: { mailing: true } },
      { name: 'day', key: { day: 1 } },
    ],
    retention: {
      kind: 'days',
      days: KEPT_DAYS,
      since: 'day',
      reason:
        'What became of a message is told within days; what a mailing reached is looked at within weeks.',
    },
  },
  {
    name: METERED,
    indexes: [],
    retention: {
      kind: 'days',
      days: MONTHS_KEPT_DAYS,
      since: 'since',
      reason: 'Numbers of messages a month, for comparing bills.',
    },
  },
];
