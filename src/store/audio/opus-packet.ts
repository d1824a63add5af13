/** Opus counts time in 48,000ths of a second, whatever the recording's own rate (RFC 7845). */
export const OPUS_RATE = 48_000;

/** What `OpusHead` tells that matters here. */
export interface OpusHead {
  channels: number;
  /** Samples at the beginning that are not to be heard. */
  skipped: number;
}

/** `undefined`: the packet is no head this bot's channels can play. */
export function readOpusHead(packet: Buffer): OpusHead | undefined {
  if (packet.length < 19 || packet.toString('latin1', 0, 8) !== 'OpusHead') return undefined;
  const [version, channels] = [packet.readUInt8(8), packet.readUInt8(9)];
  if (version > 15 || channels < 1 || channels > 2) return undefined;
  return { channels, skipped: packet.readUInt16LE(10) };
}

/** How many samples a packet of sound lasts, by its first byte (RFC 6716, 3.1); 0 for what is none. */
export function samplesOf(packet: Buffer): number {
  const toc = packet[0];
  if (toc === undefined) return 0;
  const configuration = toc >> 3;
  const frames = [1, 2, 2, (packet[1] ?? 0) & 63][toc & 3] ?? 0;
  return frames * (frameMs(configuration) * (OPUS_RATE / 1000));
}

/** Speech, both, and music have their own lengths of a frame, in milliseconds. */
function frameMs(configuration: number): number {
  if (configuration < 12) return [10, 20, 40, 60][configuration % 4] ?? 0;
  if (configuration < 16) return [10, 20][configuration % 2] ?? 0;
  return [2.5, 5, 10, 20][configuration % 4] ?? 0;
}
