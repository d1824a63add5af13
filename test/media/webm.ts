/** An element of Matroska: its id as it stands in the file, its length in two bytes, its content. */
export function element(id: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([
    Buffer.from(id, 'hex'),
    Buffer.from([0x40 | (body.length >> 8), body.length & 255]),
    body,
  ]);
}

/** The same, opened and never closed, as recorders that stream write it. */
const opened = (id: string): Buffer => Buffer.from(`${id}01ffffffffffffff`, 'hex');

/** 20 ms of silence, full band, mono. */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);
const CLUSTER_OF = 25;

export interface WebmOptions {
  seconds?: number;
  codec?: string;
  /** 2 is sound. */
  kind?: number;
  tracks?: number;
  /** Bits of each block's flags. */
  flags?: number;
}

/** What a browser's recorder makes of silence: Opus in WebM, everything of unknown length. */
export function webmOpus({
  seconds = 1,
  codec = 'A_OPUS',
  kind = 2,
  tracks = 1,
  flags = 0x80,
}: WebmOptions = {}): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 'latin1');
  head.writeUInt8(1, 8);
  head.writeUInt8(1, 9);
  head.writeUInt16LE(312, 10);
  head.writeUInt32LE(48_000, 12);
  const track = element(
    'ae',
    element('d7', Buffer.of(1)),
    element('83', Buffer.of(kind)),
    element('86', Buffer.from(codec)),
    element('63a2', head),
  );
  const blocks = Array.from({ length: Math.round(seconds * 50) }, () =>
    element('a3', Buffer.from([0x81, 0, 0, flags]), SILENCE),
  );
  const clusters: Buffer[] = [];
  for (let at = 0; at < blocks.length; at += CLUSTER_OF)
    clusters.push(
      opened('1f43b675'),
      element('e7', Buffer.of(at & 255)),
      ...blocks.slice(at, at + CLUSTER_OF),
    );
  return Buffer.concat([
    element('1a45dfa3', element('4282', Buffer.from('webm'))),
    opened('18538067'),
    element('1549a966', element('4d80', Buffer.from('Chrome')), element('5741', Buffer.from('Chrome'))),
    element('1654ae6b', ...Array.from({ length: tracks }, () => track)),
    ...clusters,
  ]);
}
