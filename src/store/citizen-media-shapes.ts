import type { mongo } from 'mongoose';
import type { Lang } from '../domain/language.ts';
import type { Media, PictureType, VoiceType } from '../domain/media.ts';
import type { CollectionRule } from './collections.ts';

export const CITIZEN_MEDIA = 'citizen_media';
export const CITIZEN_WORDS = 'citizen_words';

/**
 * Voices and photos of citizens, and what staff typed of the voices: class A, sealed under the person's own key. They are
 * found by fingerprints alone, and meet no other collection on a stored id (T6).
 */
export const CITIZEN_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: CITIZEN_MEDIA,
    clustered: true,
    indexes: [
      { name: 'erase', key: { who: 1 } },
      // What is no answer to a survey, the newest day first.
      { name: 'listed', key: { day: -1, _id: 1 }, where: { listed: true } },
    ],
    retention: {
      kind: 'days',
      days: 30,
      since: 'day',
      reason: 'a month is enough to listen and to write down what was said; a voice is known again for ever',
    },
  },
  {
    name: CITIZEN_WORDS,
    clustered: true,
    indexes: [{ name: 'erase', key: { who: 1 } }],
    retention: {
      kind: 'days',
      days: 730,
      since: 'day',
      reason: 'as long as the answers beside which they are read',
    },
  },
];

/** What a citizen sends that is kept. */
export type SentMedia = { media: 'voice'; type: VoiceType } | { media: 'photo'; type: PictureType };

/** A file, read and cleaned. */
export type SentFile = SentMedia & { bytes: Buffer; seconds?: number | undefined };

/** What may be known of it without opening it. */
export type SentCard = SentMedia & {
  /** Of its fingerprint, in hexadecimal. */
  id: string;
  /** In bytes. */
  size: number;
  seconds?: number | undefined;
  day: string;
  lang: Lang;
};

/** What of it a channel may play to its person: what a member of staff said to them. */
export type SpokenVoice = Media & { personal: true };

/** Where it came from, and when. */
export interface SentHow {
  /** `YYYY-MM-DD`; nothing finer is kept (T6). */
  day: string;
  lang: Lang;
  /** It is no answer to a survey: it stands in a list of its own. */
  listed?: boolean | undefined;
  /** A member of staff said it to this person: the other way round. */
  spoken?: boolean | undefined;
}

export interface StoredSent {
  _id: mongo.Binary;
  /** Whose it is, for erasure: a fingerprint of this purpose. */
  who: mongo.Binary;
  /** The person's id, sealed: whoever opens the file needs their key. */
  owner: mongo.Binary;
  media: SentMedia['media'];
  type: SentMedia['type'];
  size: number;
  seconds?: number;
  day: string;
  lang: Lang;
  listed?: true;
  spoken?: true;
  /** The bytes in base64, under the person's key. */
  sealed: mongo.Binary;
}

export interface StoredWords {
  _id: mongo.Binary;
  who: mongo.Binary;
  owner: mongo.Binary;
  /** Under the person's key: erased with them. */
  sealed: mongo.Binary;
  /** Account of who typed them. */
  by: string;
  day: string;
}

export const cardOf = ({ _id, media, type, size, seconds, day, lang }: StoredSent): SentCard =>
  ({
    ...{ id: Buffer.from(_id.buffer).toString('hex'), media, type, size, day, lang },
    ...(seconds !== undefined && { seconds }),
  }) as SentCard;
