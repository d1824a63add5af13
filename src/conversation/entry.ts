import type { Inbound, InboundContent } from '../domain/message.ts';
import type { Due, DueStep } from '../engine/types.ts';
import type { ConversationId, InboundId, Route } from './ids.ts';
import type { GivenBack, Prompted } from './ports.ts';

/**
 * What enters a conversation: something its person sent, something the house begins, a moment the talk waited for, the
 * talk itself, given back by who had it, or that its person cannot be reached any more.
 */
export type Entry = {
  conversation: ConversationId;
  /** Known by it when it comes again. */
  inbound: InboundId;
  /** Under this name it was buried, and is tried once more. */
  letter?: InboundId;
} & (
  | { kind: 'message'; message: Inbound }
  | { kind: 'prompt'; prompt: Prompted }
  | { kind: 'due'; due: Due }
  | { kind: 'resume'; given: GivenBack }
  | { kind: 'gone' }
);

/** What a turn is made of. A channel can bring the first kind only. */
export type EntryContent =
  | InboundContent
  | ({ kind: 'prompt' } & Pick<Prompted, 'flow' | 'params'>)
  | ({ kind: 'due' } & DueStep)
  | { kind: 'resume'; step?: string };

export function contentOf(entry: Entry): EntryContent {
  if (entry.kind === 'message') return entry.message.content;
  if (entry.kind === 'gone') return { kind: 'presence', present: false };
  if (entry.kind === 'due') return { kind: 'due', sid: entry.due.sid, step: entry.due.step, n: entry.due.n };
  if (entry.kind === 'resume') {
    const { step } = entry.given;
    return { kind: 'resume', ...(step !== undefined && { step }) };
  }
  const { flow, params } = entry.prompt;
  return { kind: 'prompt', flow, params };
}

/** Where what is said goes: back to where a message came from, or where the talk last was. */
export const routeOf = (entry: Entry, known: Route | undefined): Route | undefined => {
  if (entry.kind !== 'message') return known;
  const { channel, account, address } = entry.message;
  return { channel, account, address };
};

/**
 * Among entries that wait together the platform's order decides; what the house does has none and waits for nobody. What
 * is tried once more comes as it comes, after all that is there.
 */
export function orderOf(entry: Entry): number {
  if (entry.letter !== undefined) return Infinity;
  return entry.kind === 'message' ? entry.message.order : 0;
}

/** What entered, as it is kept where no turn could be made of it. */
export function letterOf(entry: Entry): unknown {
  switch (entry.kind) {
    case 'message':
      return entry.message;
    case 'prompt':
      return entry.prompt;
    case 'due':
      return entry.due;
    case 'resume':
      return entry.given;
    case 'gone':
      return null;
  }
}
