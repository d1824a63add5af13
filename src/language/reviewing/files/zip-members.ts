import { inflateRawSync } from 'node:zlib';

/** A sheet of a thousand texts is a tenth of this, unpacked. */
const MAX_UNPACKED = 24 * 1024 * 1024;
/** A workbook has some fifteen. */
const MAX_MEMBERS = 200;

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const COMMENT_BYTES = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks an archive in memory, never more of it than it may hold, whatever it says of itself.
 * @returns its members by name; `undefined` for what is no archive, or a bomb, or encrypted
 */
export function zipMembers(bytes: Buffer): Map<string, Buffer> | undefined {
  try {
    return unpacked(bytes);
  } catch {
    // Offsets beyond the end, a broken stream, more than the limit: all of it is no archive of ours.
    return undefined;
  }
}

function unpacked(bytes: Buffer): Map<string, Buffer> | undefined {
  const end = endOf(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_MEMBERS) return undefined;
  const members = new Map<string, Buffer>();
  let left = MAX_UNPACKED;
  let at = bytes.readUInt32LE(end + 16);
  for (let nth = 0; nth < count; nth += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY) return undefined;
    const nameBytes = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes);
    const member = memberAt(bytes, at, left);
    if (member === undefined || members.has(name)) return undefined;
    left -= member.length;
    members.set(name, member);
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return members;
}

function memberAt(bytes: Buffer, directory: number, most: number): Buffer | undefined {
  const encrypted = (bytes.readUInt16LE(directory + 8) & 1) === 1;
  const method = bytes.readUInt16LE(directory + 10);
  const size = bytes.readUInt32LE(directory + 20);
  const local = bytes.readUInt32LE(directory + 42);
  if (encrypted || bytes.readUInt32LE(local) !== LOCAL) return undefined;
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (from + size > bytes.length) return undefined;
  const packed = bytes.subarray(from, from + size);
  if (method === STORED) return size > most ? undefined : packed;
  return method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }) : undefined;
}

/** The end of the directory stands last, before a comment. */
function endOf(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END_BYTES - COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  return undefined;
}
