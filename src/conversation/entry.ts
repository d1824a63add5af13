import type { Inbound, InboundContent } from '../domain/message.ts';
import type { Due, DueStep } from '../engine/types.ts';
import type { ConversationId, InboundId, Route } from './ids.ts';
import type { Returning } from './phone/on-phone.ts';
import type { GivenBack, Prompted, Spoken, Taken } from './ports.ts';

/**
 * What enters a conversation: something its person sent, something the house begins, a moment the talk waited for, the
 * talk itself, taken by somebody or given back by who had it, what they say in it, or that its person cannot be reached
 * any more.
 */
export type Entry = {
  conversation: ConversationId;
  /** Known by it when it comes again. */
  inbound: InboundId;
  /** For whom of those who share the phone the house begins it; absent where somebody wrote. */
  seat?: number;
  /** Under this name it was buried, and is tried once more. */
  letter?: InboundId;
} & Entered;

export type Entered =
  | { kind: 'message'; message: Inbound }
  | { kind: 'prompt'; prompt: Prompted }
  | { kind: 'due'; due: Due }
  | { kind: 'resume'; given: GivenBack }
  | { kind: 'take'; taken: Taken }
  | { kind: 'speak'; spoken: Spoken }
  | { kind: 'gone' };

/** What a turn is made of. A channel can bring the first kind only. */
export type EntryContent =
  | InboundContent
  | ({ kind: 'prompt' } & Pick<Prompted, 'flow' | 'params'>)
  | ({ kind: 'due' } & DueStep)
  | Returning
  | StaffContent;

/** What a member of staff does with a talk. */
export type StaffContent =
  | { kind: 'resume'; step?: string; by?: string }
  | { kind: 'take'; by: string }
  | ({ kind: 'speak' } & Omit<Spoken, 'conversation'>);

export function contentOf(entry: Entry): EntryContent {
  if (entry.kind === 'message') return entry.message.content;
  if (entry.kind === 'gone') return { kind: 'presence', present: false };
  if (entry.kind === 'due') return { kind: 'due', sid: entry.due.sid, step: entry.due.step, n: entry.due.n };
  if (entry.kind === 'resume') {
    const { step, by } = entry.given;
    return { kind: 'resume', ...(step !== undefined && { step }), ...(by !== undefined && { by }) };
  }
  if (entry.kind === 'take') return { kind: 'take', by: entry.taken.by };
  if (entry.kind === 'speak') {
    const { id, by, text, canned } = entry.spoken;
    return { kind: 'speak', id, by, text, canned };
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
    case 'take':
      return entry.taken;
    case 'speak':
      return entry.spoken;
    case 'gone':
      return null;
  }
}
