import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { mongo } from 'mongoose';
import sharp from 'sharp';
import type { Clock } from '../../../domain/clock.ts';
import { refusal } from '../../../domain/faults.ts';
import { MEDIA_ID } from '../../../domain/media.ts';
import { isDuplicateKey, readWithin, untilDurable } from '../../../store/durable.ts';
import { readPicture } from '../../../store/pictures/read-picture.ts';
import { PICTURES } from '../collections.ts';
import type { Pictures } from './ports.ts';

const ID_BYTES = 16;
const PATIENCE_MS = 2000;
/** Wider than most phones of those who read it; about 100 kB, for everybody who sees it pays for it. Points. */
const WIDEST = 1080;
const QUALITY = 75;
/** Pictures whose weight is remembered: it never changes. */
const MOST_SIZES = 1_000;

interface StoredPicture {
  _id: string;
  bytes: mongo.Binary;
  at: Date;
}

/** Pictures of what is published: class C, so they lie in clear. */
export function picturesStore(db: mongo.Db, clock: Clock): Pictures {
  const pictures = db.collection<StoredPicture>(PICTURES);
  const sizes = new LRUCache<string, number>({ max: MOST_SIZES });
  return {
    async put(bytes) {
      const small = await smaller(readPicture(bytes).bytes);
      const _id = createHash('sha256').update(small).digest().subarray(0, ID_BYTES).toString('base64url');
      const at = new Date(clock.now());
      await untilDurable(() =>
        pictures
          .updateOne(
            { _id },
            { $setOnInsert: { bytes: new mongo.Binary(small) }, $set: { at } },
            { upsert: true, writeConcern: { w: 'majority', journal: true } },
          )
          .catch((cause: unknown) => {
            // Somebody else has just put the same picture there.
            if (!isDuplicateKey(cause)) throw cause;
          }),
      );
      return _id;
    },

    async get(id) {
      if (!MEDIA_ID.test(id)) return undefined;
      const found = await readWithin(() => pictures.findOne({ _id: id }), PATIENCE_MS);
      return found === null ? undefined : { type: 'image/jpeg', bytes: Buffer.from(found.bytes.value()) };
    },

    async sizeOf(id) {
      const known = sizes.get(id);
      if (known !== undefined || !MEDIA_ID.test(id)) return known;
      const projection = { size: { $binarySize: '$bytes' } };
      const found = await readWithin(
        () => pictures.findOne<{ size: number }>({ _id: id }, { projection }),
        PATIENCE_MS,
      );
      if (found !== null) sizes.set(id, found.size);
      return found?.size;
    },
  };
}

/** Drawn anew, so that nothing hides beside the points; as its camera was held. */
async function smaller(bytes: Buffer): Promise<Buffer> {
  try {
    return await sharp(bytes)
      .rotate()
      .resize({ width: WIDEST, height: WIDEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: QUALITY })
      .toBuffer();
  } catch (cause) {
    // Its frame is whole, its points are not.
    throw Object.assign(refusal('media_mismatch', 'The picture cannot be drawn.'), { cause });
  }
}
