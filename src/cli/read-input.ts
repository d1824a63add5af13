import { createReadStream, type Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { refusal } from '../domain/faults.ts';

/** More than a script or a flow file ever needs; keeps a wrong path from filling the memory. */
const MAX_BYTES = 4 * 1024 * 1024;

/** The text of a file, or of standard input when the path is `-`. A directory, a pipe by name or a huge file is refused. */
export async function readInput(path: string, maxBytes = MAX_BYTES): Promise<string> {
  if (path === '-') return text(process.stdin);
  const found = await fileAt(path);
  if (found.size > maxBytes)
    throw refusal('file_too_big', `${path}: larger than ${maxBytes / 1024 / 1024} MB; give a smaller file.`);
  return readFile(path, 'utf8');
}

/** The bytes of a file of any size as they are read, or of standard input when the path is `-`, and how many there are. */
export async function openInput(path: string): Promise<{ bytes: AsyncIterable<Uint8Array>; size?: number }> {
  if (path === '-') return { bytes: process.stdin };
  const { size } = await fileAt(path);
  return { bytes: createReadStream(path), size };
}

async function fileAt(path: string): Promise<Stats> {
  const found = await stat(path).catch(() => null);
  if (!found) throw refusal('no_such_file', `${path}: no such file; check the path.`);
  if (!found.isFile())
    throw refusal('not_a_file', `${path}: not a file; give a file, or - to read standard input.`);
  return found;
}
