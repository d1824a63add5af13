import type { Fingerprint } from './ports.ts';

const ID_BYTES = 12;

/**
 * Under which id something staff said leaves: whoever knows where and as what it was said finds what became of it, and
 * nobody else.
 * @param conversation of the talk, as the house names it
 * @param said the id it was asked for under
 */
export const replyId = (fingerprint: Fingerprint, conversation: string, said: string): string =>
  fingerprint('reply-message', conversation, said).subarray(0, ID_BYTES).toString('base64url');
