import { GrammyError } from 'grammy';
import type { Edited, Posted } from '../../conversation/board.ts';
import { outcomeOf } from './outcome.ts';

/** What a call about a channel's post came to when it did not simply succeed. */
export type BoardFault = Exclude<Posted, { kind: 'posted' }> | Exclude<Edited, { kind: 'retry' | 'refused' }>;

/**
 * Reads Telegram's words where its code says too little. They are those of the published Bot API server
 * (tdlib/telegram-bot-api, `Client.cpp`) and of TDLib behind it.
 */
export function boardFault(error: unknown): BoardFault {
  const outcome = outcomeOf(error);
  if (outcome.kind !== 'refused') {
    if (outcome.kind === 'sent') return { kind: 'unknown', code: 'unexpected' };
    return outcome.kind === 'unknown' ? outcome : { ...outcome, kind: 'retry' };
  }
  const words = error instanceof GrammyError ? error.description : '';
  const [, fault] = WORDS.find(([pattern]) => pattern.test(words)) ?? [];
  return fault ?? { kind: 'refused', code: outcome.code };
}

const WORDS: readonly (readonly [words: RegExp, fault: BoardFault])[] = [
  [/message is not modified/i, { kind: 'edited' }],
  [/message to edit not found|MESSAGE_ID_INVALID/i, { kind: 'gone' }],
  [/message can't be edited/i, { kind: 'refused', code: 'may_not_edit' }],
  [
    /need administrator rights|not enough rights|CHAT_ADMIN_REQUIRED|CHAT_WRITE_FORBIDDEN/i,
    { kind: 'refused', code: 'may_not_post' },
  ],
  [/not a member of|was kicked from|CHANNEL_PRIVATE/i, { kind: 'refused', code: 'not_a_member' }],
  [/chat not found/i, { kind: 'refused', code: 'unknown_place' }],
];
