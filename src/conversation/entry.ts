import type { Inbound, InboundContent } from '../domain/message.ts';
import type { ConversationId, InboundId, Route } from './ids.ts';
import type { Prompted } from './ports.ts';

/** What enters a conversation: something its person sent, or something the house begins. */
export type Entry = {
  conversation: ConversationId;
  /** Known by it when it comes again. */
  inbound: InboundId;
} & ({ kind: 'message'; message: Inbound } | { kind: 'prompt'; prompt: Prompted });

/** What a turn is made of. A channel cannot bring the second kind. */
export type EntryContent = InboundContent | ({ kind: 'prompt' } & Pick<Prompted, 'flow' | 'params'>);

export function contentOf(entry: Entry): EntryContent {
  if (entry.kind === 'message') return entry.message.content;
  const { flow, params } = entry.prompt;
  return { kind: 'prompt', flow, params };
}

/** Where what is said goes: back to where a message came from, or where the talk last was. */
export const routeOf = (entry: Entry, known: Route | undefined): Route | undefined => {
  if (entry.kind === 'prompt') return known;
  const { channel, account, address } = entry.message;
  return { channel, account, address };
};

/** Among entries that wait together the platform's order decides; a prompt has none and waits for nobody. */
export const orderOf = (entry: Entry): number => (entry.kind === 'message' ? entry.message.order : 0);
