import type { mongo } from 'mongoose';
import type { Conversation, ConversationId, Laid, Talk } from '../../conversation/conversation.ts';
import { type Parked, type Sign, SIGNS } from '../../conversation/phone/on-phone.ts';
import type { Sealer } from '../../conversation/ports.ts';
import { type ConversationDoc, type Lock, openWith, type ParkedDoc, readTalk, sealWith } from './shapes.ts';
import type { Standing } from './standing.ts';

/**
 * The talks of those who share a phone with whoever talks lie in the same document: one revision, one ring of ids and one
 * line of messages for the phone (docs/decisions/shared-phones.md). Nothing of it is there where nobody shares.
 */
export function sharedOf(doc: ConversationDoc, system: Sealer): Pick<Conversation, 'shared'> {
  const { parked } = doc;
  if (parked === undefined) return {};
  const id = Buffer.from(doc._id.buffer).toString('base64url');
  return {
    shared: {
      ...{ seat: doc.seat ?? 0, seats: doc.seats ?? 0 },
      parked: parked.map((stored) => ({
        ...{ seat: stored.seat, person: stored.person, stored },
        sign: readSign(system, id, stored),
      })),
    },
  };
}

/** @param key of its person @throws a `Fault` when it was changed, or is another's */
export const readParked = (id: ConversationId, stored: ParkedDoc, key: Buffer): Talk =>
  readTalk({ person: key }, stored.talk, talkPlace(id, stored.seat));

/** @param key of its person */
export const sealParked = (id: ConversationId, seat: number, talk: Talk, key: Buffer): mongo.Binary =>
  sealWith({ person: key }, { v: 1, ...talk }, talkPlace(id, seat));

/** @param key of its person */
export function writeParked(
  { standing, system }: { standing: Standing; system: Sealer },
  id: ConversationId,
  { seat, person, sign, talk }: Laid,
  key: Buffer,
): ParkedDoc {
  return {
    ...{ seat, person, talk: sealParked(id, seat, talk, key) },
    sign: sealWith({ system }, sign, signPlace(id, seat)),
    ...standing.of(talk.session),
  };
}

/** What was read and is written as it was. */
export const storedOf = ({ stored }: Parked): ParkedDoc => stored as ParkedDoc;

export const isLaid = (parked: Parked | Laid): parked is Laid => 'talk' in parked;

function readSign(system: Sealer, id: ConversationId, { seat, sign }: ParkedDoc): Sign {
  const lock: Lock = { system };
  const read = openWith(lock, sign, signPlace(id, seat));
  return SIGNS.find((one) => one === read) ?? SIGNS[0];
}

const talkPlace = (id: ConversationId, seat: number): string => `conversations/parked/${id}/${seat}`;
const signPlace = (id: ConversationId, seat: number): string => `conversations/sign/${id}/${seat}`;
