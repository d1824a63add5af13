import type { mongo } from 'mongoose';

/**
 * A member as stored: whether and where they may be written to, and what audiences are made by. Days, never times; nothing
 * in it names a talk, a volunteer or a survey's respondent in clear (T6).
 */
export interface StoredMember {
  _id: mongo.Binary;
  lang: string;
  channel: string;
  /** Where they are reached, sealed; `null`: nowhere until they write again. */
  reach: mongo.Binary | null;
  /** The talk they are reached in, under a key. */
  via: mongo.Binary;
  agreed: boolean;
  stopped: boolean;
  /** Their channel says they cannot be reached. */
  gone: boolean;
  /** Agreed, neither stopped nor gone, and reached somewhere: what a send asks for. */
  writable: boolean;
  /** Day they wrote last; `''`: they were brought, and have not. */
  active: string;
  /** The newest change of all this: a repeated older one changes nothing. */
  day: string;
  talk: mongo.Binary;
  rev: number;
  /** They agreed that what they say of themselves decides what they are told; without it none of the next four is kept. */
  told?: true;
  region?: string;
  /** The region, or what they named in it: `gao/ansongo`, `bamako/commune-4`. */
  place?: string;
  sex?: string;
  age?: string;
  /** `question:answer`. */
  answers?: string[];
  /** Of the news they asked for. */
  themes?: string[];
  /** Flows took them into. */
  groups?: string[];
}

/** A member without its key. */
export type KeptMember = Omit<StoredMember, '_id'>;
