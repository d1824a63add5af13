import { mongo } from 'mongoose';
import { z } from 'zod';
import type { Conversation, OrderedEffect, OutItem, Talk } from '../../conversation/conversation.ts';
import type { Sealer } from '../../conversation/ports.ts';
import { open, seal } from '../keys/envelope.ts';
import { FilteredIds, type LeftDoc } from './ring.ts';

/** A conversation document is never larger (COMMIT.md); checked before it is queued. */
export const MAX_DOCUMENT_BYTES = 64 * 1024;

export interface OutDoc {
  id: string;
  /** Until when the process that wrote it is believed to work on it; milliseconds since 1970. */
  at: number;
  again: number;
  /** Nobody has begun to send it. Taken away by whoever does, and it is theirs. */
  untried?: true;
  sealed: mongo.Binary;
  /** Sealed under the system key, because the person's is gone. */
  system?: true;
}

export interface EffectDoc {
  id: mongo.Binary;
  at: number;
  rev: number;
  /** How often it was taken over; absent at first. */
  again?: number;
  sealed: mongo.Binary;
  system?: true;
}

/** Somebody else's talk on the same phone. */
export interface ParkedDoc {
  seat: number;
  person: string;
  /** Under the system key: whoever has the phone is asked for it. */
  sign: mongo.Binary;
  /** Under their own. */
  talk: mongo.Binary;
  /** As of the talk that is out. */
  runs?: mongo.Binary[];
  stands?: mongo.Binary[];
}

export interface ConversationDoc {
  _id: mongo.Binary;
  rev: number;
  person?: string;
  talk?: mongo.Binary;
  /** What it runs and where it stands in it, for counting; see `standing.ts`. Gone with the talk. */
  runs?: mongo.Binary[];
  stands?: mongo.Binary[];
  /** Several people have used its phone; see `parked.ts`. `seat` is of whoever talks, `seats` the highest ever given. */
  seat?: number;
  seats?: number;
  parked?: ParkedDoc[];
  ring: mongo.Binary[];
  left?: LeftDoc;
  /** Set instead of `left` by the builds before it. */
  overflowed?: true;
  erasedAt?: number;
  /** Earliest moment at which something in `out` or `effects` may need another process; indexed where it exists. */
  pending?: number;
  out?: OutDoc[];
  effects?: EffectDoc[];
}

export const binaryOf = (id: string): mongo.Binary => new mongo.Binary(Buffer.from(id, 'base64url'));
export const textOf = (id: mongo.Binary): string => Buffer.from(id.buffer).toString('base64url');

/** Seals for one owner: the person's data key, or the system's where that key is being destroyed. */
export type Lock = { person: Buffer } | { system: Sealer };

export const sealWith = (lock: Lock, plain: unknown, place: string): mongo.Binary =>
  new mongo.Binary(
    'person' in lock
      ? seal(lock.person, JSON.stringify(plain), place)
      : lock.system.seal(JSON.stringify(plain), place),
  );

export const openWith = (lock: Lock, sealed: mongo.Binary, place: string): unknown =>
  JSON.parse(
    'person' in lock ? open(lock.person, sealed.buffer, place) : lock.system.open(sealed.buffer, place),
  ) as unknown;

const talkPlace = (id: string): string => `conversations/talk/${id}`;
const outPlace = (id: string, item: string): string => `conversations/out/${id}/${item}`;
const effectPlace = (id: string, item: string): string => `conversations/effects/${id}/${item}`;

/** Shape of what was sealed; our own writing, so only the frame is checked. */
const storedTalk = z.looseObject({ v: z.literal(1) });

export const readTalk = (lock: Lock, sealed: mongo.Binary, place: string): Talk =>
  storedTalk.parse(openWith(lock, sealed, place)) as unknown as Talk;

/** Under the key of its person. */
export function sealTalk(lock: Lock, id: string, talk: Talk): mongo.Binary {
  return sealWith(lock, { v: 1, ...talk }, talkPlace(id));
}

/** Without the talks of others on the same phone; see `parked.ts`. */
export function readConversation(doc: ConversationDoc, key: Buffer | undefined): Conversation {
  const id = textOf(doc._id);
  let talk: Talk | null = null;
  if (doc.talk !== undefined && key !== undefined) talk = readTalk({ person: key }, doc.talk, talkPlace(id));
  return {
    id,
    rev: doc.rev,
    person: talk === null ? null : (doc.person ?? null),
    talk,
    erasedAt: doc.erasedAt ?? null,
    ring: doc.ring.map(textOf),
    left: FilteredIds.read(doc.left, doc.overflowed === true),
    unsent: stillToBeSent(doc),
  };
}

/** A message taken over so often without an end does not open, or kills who tries: the next ones wait for it no longer. */
const GIVEN_UP_AFTER = 5;

/** Ids of the messages that are still to be sent, in the order of their turns. */
export const stillToBeSent = ({ out = [] }: { out?: readonly Pick<OutDoc, 'id' | 'again'>[] }): string[] =>
  out.filter(({ again }) => again < GIVEN_UP_AFTER).map(({ id }) => id);

export function writeOut(lock: Lock, id: string, item: OutItem, at: number): OutDoc {
  const sealed = sealWith(
    lock,
    { message: item.message, route: item.route, broadcast: item.broadcast, saidIn: item.saidIn },
    outPlace(id, item.message.id),
  );
  return {
    id: item.message.id,
    at,
    again: item.again,
    ...(item.untried === true && { untried: true }),
    sealed,
    ...('system' in lock ? { system: true } : {}),
  };
}

export function readOut(lock: Lock, id: string, doc: OutDoc): OutItem {
  const stored = openWith(lock, doc.sealed, outPlace(id, doc.id)) as Omit<OutItem, 'again'>;
  return { ...stored, again: doc.again, ...(doc.untried === true && { untried: true }) };
}

export function writeEffect(lock: Lock, id: string, effect: OrderedEffect, at: number): EffectDoc {
  const { kind, context, params } = effect;
  const sealed = sealWith(lock, { kind, context, params }, effectPlace(id, effect.id.toString('hex')));
  return {
    id: new mongo.Binary(effect.id),
    at,
    rev: effect.rev,
    sealed,
    ...('system' in lock ? { system: true } : {}),
  };
}

export function readEffect(lock: Lock, id: string, doc: EffectDoc): OrderedEffect {
  const effectId = Buffer.from(doc.id.buffer);
  const stored = openWith(lock, doc.sealed, effectPlace(id, effectId.toString('hex'))) as Pick<
    OrderedEffect,
    'kind' | 'context' | 'params'
  >;
  return { id: effectId, rev: doc.rev, ...stored, ...(doc.again !== undefined && { again: doc.again }) };
}
