import type { mongo } from 'mongoose';
import type { RecipientState } from './recipient.ts';

/** One person and one broadcast. Days, never times; who it is stands in it only until nothing more is to be sent. */
export interface RecipientDoc {
  _id: mongo.Binary;
  state: RecipientState;
  lang: string;
  channel: string;
  region?: string;
  /** Of the audience, and where they are reached, sealed there. Both go when the recipient is settled. */
  member?: mongo.Binary;
  reach?: mongo.Binary;
  /** How often they were taken out of the outbox again before anything left; absent: never. */
  turn?: number;
  /** Fingerprint of the talk, once the message is on its way. */
  talk?: mongo.Binary;
  /** The broadcast, while the message is on its way. */
  live?: string;
  /** Why they were skipped, or the platform's code of why it failed. */
  reason?: string;
}

/** How far one broadcast has come. */
export interface RunDoc {
  _id: string;
  /** Day it was begun. */
  day: string;
  /** The last member that was planned; `null` before the first. */
  cursor: mongo.Binary | null;
  planned: number;
  /** Recipients, once all are planned. */
  of?: number;
  channels?: string[];
  regions?: string[];
  /** The last recipient of those who are sent to first, and since when they all are; milliseconds since 1970. */
  canary?: { until: mongo.Binary; sentAt?: number; over?: true };
  stoppedBy?: 'failed' | 'blocked';
  /** Written to over the weekly measure. */
  bypassed: number;
  /** The last few looks at how many were settled. */
  looks: { at: number; settled: number }[];
}
