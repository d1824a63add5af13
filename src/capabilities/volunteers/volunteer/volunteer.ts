import { z } from 'zod';
import type { Fingerprint } from '../../../conversation/ports.ts';
import { VOLUNTEERS } from '../collections.ts';
import { type Band, BANDS } from './band.ts';

/** 128 bits: no two of 10^9 people meet by chance. */
const ID_BYTES = 16;
export const MAX_NICKNAME = 40;

/** What a volunteer's sheet asks, in the codes of the flow's choices. */
export const SEXES = ['femme', 'homme', 'non_dit'] as const;
export const LANGUAGES = ['fr', 'bm', 'fr_bm', 'autre'] as const;
export const SKILLS = ['sport', 'parole', 'art', 'soins', 'logistique', 'autre'] as const;
export const AVAILABILITIES = ['semaine', 'week-end', 'soir', 'toujours'] as const;
export const MEMBERSHIPS = ['oui', 'non'] as const;

/** One line of words: control and format characters could hide or reorder what staff read. */
const nickname = z.string().transform((text) => {
  // Through UTF-8: half a surrogate pair becomes a replacement character.
  const plain = Buffer.from(text)
    .toString()
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return Array.from(plain.trim()).slice(0, MAX_NICKNAME).join('').trim() || NO_WORDS;
});
/** Stands for a nickname of nothing that can be seen. */
const NO_WORDS = '·';

/** A region or `region/cercle`. */
const place = z.string().regex(/^[a-z][a-z0-9-]{0,39}(\/[a-z][a-z0-9-]{0,39})?$/u);

/**
 * What is asked at sign-up: eight answers. Whoever skipped one has none; without band, consent and nickname there is no
 * volunteer. The languages begin with the one of the talk.
 */
export const registration = z.strictObject({
  band: z.enum(BANDS),
  /** The safeguarding rules were agreed to. */
  rules: z.literal('accepte'),
  nickname,
  sex: z.enum(SEXES).nullable(),
  place: place.nullable(),
  skill: z.enum(SKILLS).nullable(),
  available: z.enum(AVAILABILITIES).nullable(),
  member: z.enum(MEMBERSHIPS).nullable(),
});
export type Registration = z.infer<typeof registration>;

/** How a guardian's consent came to the organiser who recorded it. */
export const CONSENT_WAYS = ['presence', 'telephone', 'papier'] as const;
export const GUARDIANS = ['mere', 'pere', 'tuteur'] as const;

export type Guardian =
  | { state: 'asked'; code: string }
  /** Who recorded it (an account's id), when, who agreed (never a name), and how. */
  | {
      state: 'given';
      code: string;
      by: string;
      day: string;
      guardian: (typeof GUARDIANS)[number];
      way: (typeof CONSENT_WAYS)[number];
    };

/** A volunteer as stored. `nickname` is sealed under the person's own key. */
export interface StoredVolunteer {
  _id: Buffer;
  nickname: Buffer;
  band: Band;
  /** Day the band was said. */
  bandDay: string;
  sex: (typeof SEXES)[number] | null;
  place: string | null;
  languages: (typeof LANGUAGES)[number];
  skill: (typeof SKILLS)[number] | null;
  available: (typeof AVAILABILITIES)[number] | null;
  member: (typeof MEMBERSHIPS)[number] | null;
  /** Version of the safeguarding rules agreed to. */
  rules: number;
  guardian?: Guardian;
  /** Of the last change; nothing finer is kept. */
  day: string;
}

/** Raise it when the rules' text changes. */
export const RULES_VERSION = 1;

/** Who it is, under a key of this purpose: joinable with nothing else by whoever lacks the keys (T6). */
export const volunteerId = (fingerprint: Fingerprint, person: string): Buffer =>
  fingerprint('volunteer', person).subarray(0, ID_BYTES);

export const nicknamePlace = (id: Uint8Array): string =>
  `${VOLUNTEERS}/nickname/${Buffer.from(id).toString('hex')}`;

/** Letters and digits that are not mistaken for each other on paper or on the phone. */
const CODE_LETTERS = 'ACDEFGHJKMNPQRTUVWXY34679';
const CODE_LENGTH = 8;

/** What a minor tells the organiser so that the guardian's consent is recorded for the right one; 37 bits. */
export function guardianCode(fingerprint: Fingerprint, id: Uint8Array): string {
  const bytes = fingerprint('volunteer-guardian', Buffer.from(id).toString('hex'));
  return Array.from(bytes.subarray(0, CODE_LENGTH), (byte) =>
    CODE_LETTERS.charAt(byte % CODE_LETTERS.length),
  ).join('');
}
