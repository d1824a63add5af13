import type { Chance, Clock } from '../domain/clock.ts';
import type { Committed, ConversationId, Conversations, InboundId } from './conversation.ts';
import type { Passed } from './passed.ts';
import type { TurnDeps } from './turn-input.ts';

/** What is done with a committed turn, by this process at once and by another after a crash. */
export interface Followers {
  committed(conversation: ConversationId, committed: Committed): void;
}

export interface ReceptionDeps extends TurnDeps {
  conversations: Conversations;
  followers: Followers;
  clock: Clock;
  chance: Chance;
  /** Ids and codes only. */
  report: (
    what: 'turn' | 'duplicate' | 'conflict' | 'failed',
    ids: { conversation: ConversationId; inbound: InboundId; code?: string },
    cause?: unknown,
  ) => void;
  /** Counts a committed turn. It must cost nothing, and never throws. */
  passed?: (turn: Passed) => void;
}
