export function box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(body.length + 8);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

/** The frame of an MP4 file whose one track is of this kind; it lasts as long as its header says. */
export function mp4({
  kind = 'soun',
  seconds = 2,
  udta = Buffer.alloc(0),
}: {
  kind?: string;
  seconds?: number;
  udta?: Buffer;
} = {}): Buffer {
  const mvhd = Buffer.alloc(100);
  mvhd.writeUInt32BE(1000, 12);
  mvhd.writeUInt32BE(seconds * 1000, 16);
  const hdlr = Buffer.alloc(24);
  hdlr.write(kind, 8, 'latin1');
  const moov = box('moov', box('mvhd', mvhd), box('trak', box('mdia', box('hdlr', hdlr))), udta);
  return Buffer.concat([box('ftyp', Buffer.from('M4A \0\0\0\0')), moov, box('mdat', Buffer.alloc(32))]);
}
