import { mongo } from 'mongoose';
import { z } from 'zod';
import type { ConversationId, OrderedEffect } from '../../conversation/conversation.ts';
import type { Entry } from '../../conversation/entry.ts';
import { readSeat } from '../../conversation/phone/seat.ts';
import type { Sealer } from '../../conversation/ports.ts';
import { inbound } from '../../domain/message.ts';
import { textOf } from './shapes.ts';

/** Long enough to find a fault and mend it; what a person wrote is not kept for longer (T5). */
export const KEPT_MS = 14 * 86_400_000;

export interface LetterDoc {
  _id: mongo.Binary;
  conversation: mongo.Binary;
  code: string;
  /** Absent in those of the first version, which were messages. */
  kind?: Entry['kind'] | 'effect';
  /** Which effect. */
  what?: string;
  channel?: string;
  /** Its id is committed, with an excuse for an answer. */
  answered?: true;
  /** It is to be tried once more. */
  asked?: true;
  tries?: number;
  sealed: mongo.Binary;
  /** When it is forgotten. */
  until: Date;
}

/** A letter as staff see it: nothing of what it says, and not whose it is. */
export interface LetterRow {
  /** 32 hexadecimal digits, or 64 for an effect. */
  id: string;
  kind: Entry['kind'] | 'effect';
  /** Of an effect: which. */
  what?: string;
  channel?: string;
  code: string;
  tries: number;
  /** When it was first kept, milliseconds since 1970. */
  at: number;
  asked: boolean;
}

/** A letter that is tried once more. */
export type OpenedLetter = { id: string } & (
  | { kind: 'entry'; entry: Entry; answered: boolean }
  | { kind: 'effect'; conversation: ConversationId; effect: OrderedEffect }
);

export const rowOf = ({
  _id,
  kind = 'message',
  what,
  channel,
  code,
  ...doc
}: Omit<LetterDoc, 'sealed'>): LetterRow => ({
  ...{ id: _id.toString('hex'), kind, code, tries: doc.tries ?? 1 },
  ...{ at: doc.until.getTime() - KEPT_MS, asked: doc.asked === true },
  ...(what !== undefined && { what }),
  ...(channel !== undefined && { channel }),
});

export const letterPlace = (id: Uint8Array): string =>
  `dead_letters/message/${Buffer.from(id).toString('hex')}`;

/** Our own writing; only what a turn leans on before it checks for itself is looked at. */
const prompt = z.looseObject({ conversation: z.string(), id: z.string(), flow: z.string() });
const due = z.looseObject({ at: z.number(), sid: z.string(), step: z.string(), n: z.number() });
const given = z.looseObject({ conversation: z.string(), id: z.string() });
const taken = given.extend({ by: z.string() });
const spoken = taken.extend({ text: z.string() });
const effectLetter = z.object({
  kind: z.string(),
  rev: z.number(),
  context: z.looseObject({
    ...{ person: z.string(), conversation: z.string(), channel: z.string() },
    ...{ address: z.string(), lang: z.string(), day: z.string() },
  }),
  params: z.unknown(),
});

/** @throws when it does not open, or is of a form this version does not know. */
export function readEntryLetter(sealer: Sealer, doc: LetterDoc): OpenedLetter {
  const plain = JSON.parse(sealer.open(doc.sealed.buffer, letterPlace(doc._id.buffer))) as unknown;
  const ids = { conversation: textOf(doc.conversation), inbound: textOf(doc._id) };
  const entry = { ...ids, ...seatOf(plain), ...contentOf(doc.kind ?? 'message', plain) } as Entry;
  return { kind: 'entry', id: doc._id.toString('hex'), entry, answered: doc.answered === true };
}

/** Whose of those who share the phone: what the house begins names it. */
function seatOf(plain: unknown): Pick<Entry, 'seat'> {
  const named = z.looseObject({ conversation: z.string() }).safeParse(plain);
  return named.success ? { seat: readSeat(named.data.conversation).seat } : {};
}

function contentOf(kind: Entry['kind'] | 'effect', plain: unknown): object {
  switch (kind) {
    case 'message':
      return { kind, message: inbound.parse(plain) };
    case 'prompt':
      return { kind, prompt: prompt.parse(plain) };
    case 'due':
      return { kind, due: due.parse(plain) };
    case 'resume':
      return { kind, given: given.parse(plain) };
    case 'take':
      return { kind, taken: taken.parse(plain) };
    case 'speak':
      return { kind, spoken: spoken.parse(plain) };
    case 'gone':
    case 'effect':
      return { kind: 'gone' };
  }
}

export function sealEffectLetter(sealer: Sealer, { id, rev, kind, context, params }: OrderedEffect): Buffer {
  return sealer.seal(JSON.stringify({ kind, rev, context, params }), letterPlace(id));
}

export function readEffectLetter(sealer: Sealer, doc: LetterDoc): OpenedLetter {
  const plain = JSON.parse(sealer.open(doc.sealed.buffer, letterPlace(doc._id.buffer))) as unknown;
  const { context, ...read } = effectLetter.parse(plain);
  const id = Buffer.from(doc._id.buffer);
  return {
    ...{ kind: 'effect', id: id.toString('hex'), conversation: textOf(doc.conversation) },
    effect: { id, ...read, context },
  };
}
