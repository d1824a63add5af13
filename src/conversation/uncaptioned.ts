import type { InboundContent } from '../domain/message.ts';
import type { Reply } from '../engine/types.ts';

/** Media as an answer: the words under a picture are none, and what keeps answers is not to keep them. */
export function uncaptioned(content: Extract<InboundContent, { kind: 'media' }>): Reply {
  const reply = { ...content };
  delete reply.caption;
  return reply;
}
