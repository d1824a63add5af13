/** A frame of AAC with its ADTS header: 16 kHz, mono, 64 ms in so many bytes. */
export function adtsFrame(bytes = 100): Buffer {
  const frame = Buffer.alloc(bytes);
  frame.writeUInt16BE(0xfff1, 0);
  frame.writeUInt8((1 << 6) | (8 << 2), 2);
  frame.writeUIntBE((0x40 << 16) | (bytes << 5), 3, 3);
  frame.writeUInt8(0xfc, 6);
  return frame;
}

export const aac = (frames = 50): Buffer => Buffer.concat(Array.from({ length: frames }, () => adtsFrame()));
