import type { SendAnswer } from '../protocol.ts';
import { TooLate, within } from './page.ts';

/** So long the page may take for one message, in milliseconds; less than the house waits. */
const SEND_MS = 40_000;
/** WhatsApp's page fails by itself: it was changed, or is not whole yet. Nothing is lost meanwhile. */
const PAGE_BROKEN_MS = 30_000;

/** What a send came to in the page: the message it made, as the library tells. */
export type Sent = { id: { _serialized: string }; ack?: number } | undefined | null;

/** Tells whether the page has made a message of ours since it was asked. */
export interface Made {
  since(): () => boolean;
}

/**
 * One attempt to send, told honestly. The library resolves when WhatsApp's server has the message. Where it throws, the
 * page itself is the witness: a message it has made may have left, one it has not made certainly did not.
 */
export async function deliver(send: () => Promise<Sent>, made: Made): Promise<SendAnswer> {
  const wasMade = made.since();
  try {
    const sent = await within(send(), SEND_MS);
    if (!sent) return { kind: 'refused', code: 'no_chat', gone: false };
    if ((sent.ack ?? 0) < 0) return { kind: 'refused', code: 'not_sent', gone: false };
    return { kind: 'sent', id: sent.id._serialized };
  } catch (cause) {
    if (cause instanceof TooLate) return { kind: 'unknown', code: 'no_answer' };
    if (wasMade()) return { kind: 'unknown', code: 'page_failed' };
    return outcomeOf(cause instanceof Error ? cause.message : String(cause));
  }
}

/** The words are the library's, the page's or Chromium's own; nothing of them leaves here. */
function outcomeOf(words: string): SendAnswer {
  // Whoever has no account any more; people who block us are not told of.
  if (/no lid for user|not registered|not on whatsapp/i.test(words))
    return { kind: 'refused', code: 'no_account', gone: true };
  if (/invalid wid|wid error/i.test(words)) return { kind: 'refused', code: 'bad_address', gone: false };
  // The page died or went elsewhere with the message in hand.
  if (
    /target closed|session closed|detached|context was destroyed|protocol error|connection closed/i.test(
      words,
    )
  )
    return { kind: 'unknown', code: 'page_gone' };
  return { kind: 'retry', afterMs: PAGE_BROKEN_MS, code: 'page_failed' };
}
