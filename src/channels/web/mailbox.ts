import type { AudioType } from '../../domain/media.ts';
import type { Choice } from '../../domain/message.ts';

/** A button on the page. `digits`: what may be typed for it (C7). */
export type PageChoice = Pick<Choice, 'id' | 'label' | 'digits'>;

/** A recording as a page hears of it: what it costs is known before it is fetched (C14). */
export interface AudioLink {
  /** On this site; 404 once it was taken back. */
  url: string;
  type: AudioType;
  bytes: number;
  seconds?: number | undefined;
}

/** A picture that was asked for; what it weighs was said before. */
export interface ImageLink {
  url: string;
  bytes: number;
}

/** What the bot said, as it lies in a person's mailbox until their page has fetched it. */
export interface MailboxMessage {
  /** The outbound's id: the same message is kept once, however often it is appended. */
  id: string;
  text: string;
  /** The language of the talk, once its person has chosen one. */
  lang?: string | undefined;
  choices: PageChoice[];
  audio?: AudioLink | undefined;
  image?: ImageLink | undefined;
  /** What the person said by the form, which has no other memory; it stands after the message of this number. */
  mine?: { after: number } | undefined;
}

/** `n` only grows within a chat, also after the mailbox was dropped or has expired: a page never misses what is new. */
export interface MailboxItem {
  n: number;
  text: string;
  lang?: string | undefined;
  choices: PageChoice[];
  audio?: AudioLink | undefined;
  image?: ImageLink | undefined;
}

/** Of a whole talk: what the bot said, and what the person said by the form. */
export interface TalkItem extends MailboxItem {
  mine?: { after: number } | undefined;
}

/**
 * Where replies wait for a browser. `address` is the chat's token, class A: an adapter keeps only its fingerprint.
 * Every method throws `Fault` `unavailable` when the store cannot be reached.
 */
export interface Mailbox {
  /** Resolves when the message is durable; harmless to repeat. */
  append(address: string, message: MailboxMessage): Promise<void>;
  /** What the bot said after `after`, oldest first. */
  list(address: string, after: number): Promise<MailboxItem[]>;
  /** Everything that is kept, as it was kept: what the person said stands where it was written down. */
  whole(address: string): Promise<TalkItem[]>;
  /** The newest `n` of each chat that has anything; asked once a second for all open pages together. */
  newest(addresses: readonly string[]): Promise<Map<string, number>>;
  /** For erasure: nothing of the chat is left. */
  drop(address: string): Promise<void>;
}
