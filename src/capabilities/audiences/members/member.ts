import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import { MEMBERS } from '../collections.ts';

/** The purpose under which somebody agrees that what they say of themselves decides what they are told. */
export const PROFILE_PURPOSE = 'profil';

/** What the flow `profil` asks; bands and words as of volunteers. */
export const SEXES = ['femme', 'homme'] as const;
export const BANDS = ['15-17', '18-24', '25-35', '36'] as const;

const ID_BYTES = 16;
const VIA_BYTES = 8;
/** Offsets below 2^40 leave room for any number of turns below 2^53, where numbers stop being exact. */
const OFFSET_BYTES = 5;

/** Who it is, under a key of this purpose: joinable with nothing else by whoever lacks the keys (T6). */
export const memberKey = (fingerprint: Fingerprint, person: string): Buffer =>
  fingerprint('audience-member', person).subarray(0, ID_BYTES);

/** Which talk, under a key of this purpose: tells whether it is the one they are reached in. */
export const viaKey = (fingerprint: Fingerprint, conversation: string): Buffer =>
  fingerprint('audience-via', conversation).subarray(0, VIA_BYTES);

/** Keeps the order within a talk, and its revision from being matched with the one in `conversations`. */
export const orderIn = (fingerprint: Fingerprint, conversation: string, rev: number): number =>
  fingerprint('audience-order', conversation).readUIntBE(0, OFFSET_BYTES) + rev;

const reachPlace = (id: Uint8Array): string => `${MEMBERS}/reach/${Buffer.from(id).toString('hex')}`;

/** A conversation's id in clear would join this collection with the talks. */
export const sealReach = (sealer: Sealer, id: Uint8Array, conversation: string): Buffer =>
  sealer.seal(conversation, reachPlace(id));

export const openReach = (sealer: Sealer, id: Uint8Array, reach: Uint8Array): string =>
  sealer.open(reach, reachPlace(id));

/** A place as somebody names it lies in a region: `gao/ansongo` in `gao`. */
export const regionOf = (place: string): string => place.split('/')[0] ?? place;
