import { type AudioReading, notWhatItSays, tellsWhere } from './reading.ts';

const BOX_HEADER = 8;
/** Deeper than any box that is looked into here. */
const MOST_BOXES = 10_000;
/** What a phone's recorder puts at the top of a file; anything else may be another file in disguise. */
const TOP = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'styp', 'sidx', 'moof', 'mfra']);
/** Where phones write positions: 3GPP, QuickTime, and the keys of Apple's recorder. */
const PLACES = ['loci', '\u00a9xyz', 'com.apple.quicktime.location'];

interface Box {
  type: string;
  /** Where it begins. */
  at: number;
  body: Buffer;
}

/**
 * Sound alone in an MP4 container (ISO 14496-12): boxes from the first byte to the last, one sound track at least and
 * no picture. The boxes are kept as they are, for offsets point into them; so a position is refused and not cut out.
 */
export function readMp4(bytes: Buffer): AudioReading {
  const boxes = readBoxes(bytes);
  const moov = boxes.find(({ type }) => type === 'moov')?.body;
  if (boxes[0]?.type !== 'ftyp' || moov === undefined || boxes.some(({ type }) => !TOP.has(type)))
    throw notWhatItSays();
  const kinds = handlers(moov);
  if (!kinds.includes('soun') || kinds.includes('vide')) throw notWhatItSays();
  if (PLACES.some((place) => moov.includes(place, 0, 'latin1'))) throw tellsWhere();
  const seconds = duration(find(moov, 'mvhd'));
  return { bytes, ...(seconds > 0 && { seconds }) };
}

/**
 * A copy in which what is said about the recording (places, titles, pictures) is blank. The boxes stay as long as they
 * were, called "free": offsets point past them.
 */
export function withoutPlaces(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const blank = (body: Buffer): void => {
    for (const box of readBoxes(body)) {
      if (OPENED.has(box.type)) blank(box.body);
      if (!SAYING.has(box.type)) continue;
      body.write('free', box.at + 4, 'latin1');
      box.body.fill(0);
    }
  };
  blank(copy);
  return copy;
}

/** Boxes that hold others in which something may be said, and those that say it. */
const OPENED = new Set(['moov', 'trak', 'mdia', 'moof', 'traf']);
const SAYING = new Set(['udta', 'meta', 'uuid']);

function readBoxes(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (bytes.length - at < BOX_HEADER || boxes.length >= MOST_BOXES) throw notWhatItSays();
    const size = bytes.readUInt32BE(at);
    // 0 (to the end) and 1 (64 bits) are for files far over our limit.
    if (size < BOX_HEADER || at + size > bytes.length) throw notWhatItSays();
    boxes.push({
      at,
      type: bytes.toString('latin1', at + 4, at + 8),
      body: bytes.subarray(at + BOX_HEADER, at + size),
    });
    at += size;
  }
  return boxes;
}

const find = (body: Buffer, type: string): Buffer | undefined =>
  readBoxes(body).find((box) => box.type === type)?.body;

/** What each track is: `soun`, `vide`, `text`… */
function handlers(moov: Buffer): string[] {
  return readBoxes(moov)
    .filter(({ type }) => type === 'trak')
    .map(({ body }) => {
      const media = find(body, 'mdia');
      const handler = media === undefined ? undefined : find(media, 'hdlr');
      return handler !== undefined && handler.length >= 12 ? handler.toString('latin1', 8, 12) : '';
    });
}

/** Version 1 of the header has 64-bit times. */
function duration(header: Buffer | undefined): number {
  if (header === undefined || header.length < 32) return 0;
  const wide = header.readUInt8(0) === 1;
  const scale = header.readUInt32BE(wide ? 20 : 12);
  const length = wide ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  return scale === 0 ? 0 : length / scale;
}
