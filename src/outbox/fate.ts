import type { ConversationId, OutItem } from '../conversation/conversation.ts';

/** What became of a message when it left. */
export interface Fate {
  conversation: ConversationId;
  item: OutItem;
  /** `failed`: it certainly did not arrive. `unknown`: nobody knows. */
  state: 'sent' | 'failed' | 'unknown';
  /** The platform's own id, where it will tell more. */
  as?: string;
  code?: string;
  /** Of `failed`: the person cannot be reached any more. */
  gone?: true;
}

/** What is known of one message of a broadcast, from our own sending or from what its platform tells later. */
export interface BroadcastFate {
  state: 'sent' | 'delivered' | 'read' | 'failed' | 'unknown';
  code?: string;
  /** Of `failed`: the person cannot be reached any more. */
  gone?: true;
}

/** Resolves when it is kept; the next message of the conversation waits for that. */
export type KeepFate = (fate: Fate) => Promise<void>;

/** Worth keeping: what more will be told of, what a mailing is counted by, and what did not go well. */
export const isWorthKeeping = ({ as, item, state }: Fate): boolean =>
  as !== undefined || item.broadcast !== undefined || state !== 'sent';
