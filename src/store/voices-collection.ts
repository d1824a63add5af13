import type { mongo } from 'mongoose';
import type { Lang } from '../domain/language.ts';
import type { TextKey } from '../engine/types.ts';
import type { CollectionRule } from './collections.ts';
import { untilDurable } from './durable.ts';
import type { MediaStore } from './media.ts';

export const VOICES = 'voices';
const DAY_MS = 86_400_000;
export interface StoredVoice {
  /** `lang/flow/key`. */
  _id: string;
  lang: Lang;
  flow: string;
  key: string;
  media: string;
  /** Hash of the words it says. */
  says: string;
  by: string;
  at: Date;
  /** When its text was last seen to exist; the retention counts from here. */
  kept: Date;
}

/** A flow may be taken away and brought back. */
const KEPT_DAYS = 30;

/**
 * Recordings of texts live as long as their texts: class C. While a text exists its recording is kept from expiring in
 * the media store too; to be listed before that store's own rule.
 */
export const voicesCollection = (
  db: mongo.Db,
  words: (lang: Lang, text: TextKey) => string | undefined,
  media: Pick<MediaStore, 'keep'>,
): CollectionRule => ({
  name: VOICES,
  indexes: [],
  retention: {
    kind: 'own',
    days: KEPT_DAYS,
    reason: 'As long as the text it says exists, and a month more: a flow may be brought back.',
    expire: (now) => expireVoices(db, words, media, now),
  },
});

async function expireVoices(
  db: mongo.Db,
  words: (lang: Lang, text: TextKey) => string | undefined,
  media: Pick<MediaStore, 'keep'>,
  now: number,
): Promise<number> {
  const voices = db.collection<StoredVoice>(VOICES);
  const all = await untilDurable(() => voices.find({}).toArray());
  const said = all.filter((voice) => words(voice.lang, voice) !== undefined);
  await untilDurable(() =>
    voices.updateMany({ _id: { $in: said.map(({ _id }) => _id) } }, { $set: { kept: new Date(now) } }),
  );
  await media.keep(said.map((voice) => voice.media));
  const before = new Date(now - KEPT_DAYS * DAY_MS);
  return (await untilDurable(() => voices.deleteMany({ kept: { $lt: before } }))).deletedCount;
}
