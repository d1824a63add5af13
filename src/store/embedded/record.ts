import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const record = z.object({
  v: z.literal(1),
  /** Absent after a clean stop. */
  pid: z.number().int().positive().optional(),
  port: z.number().int().min(1).max(65_535),
  binary: z.string(),
  version: z.string(),
  /** The version that created the files: which versions open them depends on it. */
  written: z.string(),
});
export type MongodRecord = z.infer<typeof record>;

const fileIn = (dataDir: string) => path.join(dataDir, 'mongod.json');

/** What the last start left; `'unreadable'` when the file is there and makes no sense. */
export async function readRecord(dataDir: string): Promise<MongodRecord | 'unreadable' | undefined> {
  try {
    return record.parse(JSON.parse(await readFile(fileIn(dataDir), 'utf8')));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'unreadable';
  }
}

export async function writeRecord(dataDir: string, now: Omit<MongodRecord, 'v'>): Promise<void> {
  const next = `${fileIn(dataDir)}.next`;
  await writeFile(next, `${JSON.stringify({ v: 1, ...now }, null, 2)}\n`, { mode: 0o600 });
  await rename(next, fileIn(dataDir));
}
