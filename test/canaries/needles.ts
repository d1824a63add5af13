/** A value that must be found nowhere, in one of the shapes in which it could lie on a disk. */
export interface Needle {
  what: string;
  shape: string;
  bytes: Buffer;
}

/** Shorter ones would be met by chance in a hundred megabytes. */
const SHORTEST = 6;

/** Every shape of a text: as UTF-8 and UTF-16, in base64 at each of its three offsets, in hexadecimal. */
export function needlesOfText(what: string, text: string): Needle[] {
  const utf8 = Buffer.from(text, 'utf8');
  return [
    { what, shape: 'utf-8', bytes: utf8 },
    { what, shape: 'utf-16', bytes: Buffer.from(text, 'utf16le') },
    { what, shape: 'utf-16 big-endian', bytes: Buffer.from(text, 'utf16le').swap16() },
    { what, shape: 'hexadecimal', bytes: Buffer.from(utf8.toString('hex')) },
    ...[0, 1, 2].map((offset) => ({ what, shape: `base64 at ${offset}`, bytes: inBase64(utf8, offset) })),
  ].filter(({ bytes }) => bytes.length >= SHORTEST);
}

/** Every shape of a number: as text, as 64-bit integer and double both ways round, and as MongoDB's index keys. */
export function needlesOfNumber(what: string, value: number): Needle[] {
  const whole = Buffer.alloc(8);
  whole.writeBigInt64LE(BigInt(value));
  const double = Buffer.alloc(8);
  double.writeDoubleLE(value);
  return [
    ...needlesOfText(what, String(value)),
    { what, shape: 'int64', bytes: whole },
    { what, shape: 'int64 big-endian', bytes: Buffer.from(whole).reverse() },
    { what, shape: 'double', bytes: double },
    { what, shape: 'double big-endian', bytes: Buffer.from(double).reverse() },
    { what, shape: 'index key', bytes: indexKey(value) },
  ];
}

/** The part of the encoding that does not depend on what stands beside the text. */
function inBase64(bytes: Buffer, offset: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const from = Math.ceil((offset * 8) / 6);
  const to = Math.floor(((offset + bytes.length) * 8) / 6);
  return Buffer.from(text.slice(from, to));
}

/** MongoDB's KeyString: the integer shifted left by one, big-endian, without leading zeros. */
function indexKey(value: number): Buffer {
  const hex = (BigInt(value) << 1n).toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}
