/** MPEG 1, layer III, 32 kb/s, 48 kHz, mono: 24 ms in 96 bytes. */
export const MP3_FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x14, 0xc0]), Buffer.alloc(92)]);

export const mp3 = (frames = 50): Buffer => Buffer.concat(Array<Buffer>(frames).fill(MP3_FRAME));

/** A tag as players put it before the sound. */
export function id3v2(text: string): Buffer {
  const body = Buffer.from(text);
  const length = [21, 14, 7, 0].map((shift) => (body.length >> shift) & 0x7f);
  return Buffer.concat([Buffer.from('ID3\u0003\0\0'), Buffer.from(length), body]);
}
