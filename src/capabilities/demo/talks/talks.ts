import type { Inbound } from '../../../domain/message.ts';
import type { CallValue } from '../../../engine/types.ts';

/** The channel invented people write on. Nothing that is said there goes anywhere. */
export const DEMO_CHANNEL = 'demo';

/** A question that waits for its answer. */
export interface OpenQuestion {
  flow: string;
  step: string;
  /** Several meanings were found, and the person is asked which. */
  narrowed: boolean;
  /** A person of the house hears what is written now. */
  held: boolean;
  vars: Readonly<Record<string, CallValue>>;
  /** A tap on the button of a choice, as its channel would bring it. */
  tap(choice: string): Inbound['content'];
}

/** A house in which invented people talk, with the real flows and the real way of a message. */
export interface Talks {
  /** Resolves once the message is durable. */
  receive(user: string, id: string, content: Inbound['content']): Promise<void>;
  /** What that user was last asked; `null`: nothing. */
  question(user: string): Promise<OpenQuestion | null>;
  /** Resolves when everything that was committed has been applied. */
  idle(): Promise<void>;
}
