import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { refusal } from '../../domain/faults.ts';
import { startMark } from './mongod/processes.ts';

const claim = z.object({ pid: z.number().int().positive(), started: z.string() });

const fileIn = (dataDir: string) => path.join(dataDir, 'benkan.pid');

/** Takes the folder for this process; throws a `refusal` while another living process has it. Returns how to give it back. */
export async function claimFolder(dataDir: string): Promise<() => Promise<void>> {
  const owner = await ownerOf(dataDir);
  if (owner !== undefined) throw inUse(dataDir, owner);
  await rm(fileIn(dataDir), { force: true });
  const mine = JSON.stringify({ pid: process.pid, started: startMark(process.pid) ?? '' });
  try {
    // `wx`: of two that start at the same moment one fails here.
    await writeFile(fileIn(dataDir), mine, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw inUse(dataDir, await ownerOf(dataDir));
    throw error;
  }
  return () => rm(fileIn(dataDir), { force: true });
}

/** The living process that has the folder. The start mark tells it from a later one with the same number. */
export async function ownerOf(dataDir: string): Promise<number | undefined> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => '');
  const parsed = claim.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { pid, started } = parsed.data;
  return startMark(pid) === started ? pid : undefined;
}

function inUse(dataDir: string, pid: number | undefined) {
  const who = pid === undefined ? 'another process' : `process ${pid}`;
  return refusal(
    'data_dir_in_use',
    `Benkan is already running on ${dataDir} (${who}). Stop it first, or set DATA_DIR to another folder.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
