import type { TellDelivery } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Counted, Log } from '../platform/ports.ts';
import type { AnswerPlaces } from './answer.ts';
import type { Writing } from './fit.ts';
import type { NotificationPlaces } from './notification.ts';
import type { Compiled } from './request.ts';
import type { Auth } from './signature.ts';
import type { TokenSource } from './token.ts';

/** One SMS of a message that a phone sent in several, where the gateway does not join them. Class A. */
export interface Piece {
  /** Who sent it, in E.164. */
  from: string;
  /** The same for all SMS of the message; phones count to 255 and begin again. */
  ref: string;
  /** Which of how many, from 1. */
  n: number;
  of: number;
  /** The gateway's id of this SMS. */
  id: string;
  text: string;
}

/** What there is of such a message. */
export interface Gathered {
  /** Under which it is kept. */
  key: string;
  from: string;
  pieces: readonly Pick<Piece, 'n' | 'id' | 'text'>[];
  of: number;
  /** It went into its conversation already. */
  done: boolean;
}

/** Where pieces lie until their message is whole. Each throws a `Fault` `unavailable` while the store is away. */
export interface Pieces {
  /**
   * Resolves, durable, with all there is of its message. The same piece is kept once. A piece with another id in the
   * place of one that is there, and any piece of another id once the message is done, begins a new message.
   */
  keep(piece: Piece, now: number): Promise<Gathered>;
  /** It is in its conversation: its words go, its ids stay for as long as the gateway may bring a piece again. */
  done(gathered: Gathered): Promise<void>;
  /** Messages of which nothing has come since `before`, milliseconds since 1970, and that are not done. */
  waiting(before: number): Promise<Gathered[]>;
}

export interface SmsOptions {
  /** Our own number, short code or name: `Inbound.account`, and `{from}`. */
  number: string;
  /** Digits of the country whose numbers come without it. */
  country: string;
  request: Compiled;
  /** Where its keys come from, where they last for a while only. */
  token?: TokenSource;
  answer: AnswerPlaces;
  notification: NotificationPlaces;
  auth: Auth;
  writing: Writing;
  /** SMS a second the gateway takes. */
  perSecond: number;
  /** Without it every SMS is a message of its own. */
  pieces?: Pieces;
  /** Where it is told what became of a message. */
  delivery?: TellDelivery;
  clock: Clock;
  log: Log;
  count?: (what: Counted) => void;
  /** What leaves: how many SMS were paid for, and that a text was cut. */
  spent?: (what: 'part' | 'cut', times: number) => void;
}
