import type { Channel, Receive } from '../../src/conversation/ports.ts';
import type { MediaLibrary } from '../../src/domain/media.ts';
import type { MediaKind } from '../../src/domain/message.ts';

/** A message as the person sees it. */
export interface Seen {
  text: string;
  labels: string[];
  /** Length in seconds of the recording that can be played with it. */
  audio?: number;
  /** A picture can be seen with it. */
  picture?: true;
}

/** The other end of a channel: a phone, a browser, a keyboard. */
export interface Somebody {
  /** Where `send` reaches this person: `Outbound.address`. */
  readonly address: string;
  says(text: string): void | Promise<void>;
  /** Presses the choice with this label on the newest message that offers it. */
  taps(label: string): void | Promise<void>;
  /** Only kinds named in `RigMaker.media`. */
  sends(media: MediaKind): void | Promise<void>;
  /** Everything that has arrived, the oldest first; long enough after `send` resolved. */
  sees(): Seen[] | Promise<Seen[]>;
}

/** What can be made to go wrong with the next send; absent where the channel has no network. */
export interface Trouble {
  /** The person blocked us. */
  gone(person: Somebody): void;
  /** The platform asks for a pause: of this many seconds, or of its usual length. */
  busy(seconds: number): void;
  /** The platform took the message, and its answer is lost. */
  lost(): void;
  /** No connection is possible until the rig is closed. */
  unreachable(): Promise<void>;
}

export interface Rig {
  readonly channel: Channel;
  readonly account: string;
  /** The n-th person; always the same one for the same number. A channel with one seat has only number 0. */
  person(n: number): Somebody;
  readonly trouble?: Trouble;
  /** Brings the last message of all once more, as platforms do. Absent where nothing can come twice. */
  bringAgain?(): Promise<void>;
  close(): Promise<void>;
}

/** How the suite opens a channel. Adding one is a file that makes this, and a line in the list of conformance.test.ts. */
export interface RigMaker {
  readonly name: string;
  readonly people: 'many' | 'one';
  readonly media: readonly MediaKind[];
  /** Whether `Trouble` and `bringAgain` are there. */
  readonly network: boolean;
  /** Nothing can be pressed: a choice is what is typed for it. */
  readonly typed?: true;
  /** Nor is anything heard or seen: recordings and pictures stay behind. */
  readonly wordsAlone?: true;
  /** How long the channel pauses for a platform that asks for it and names no length, in milliseconds. */
  readonly usualPauseMs?: number;
  open(receive: Receive, media: MediaLibrary): Promise<Rig>;
}
