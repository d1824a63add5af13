import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Link } from '../capabilities/audit/index.ts';
import { errorFields, type Logger } from './logs.ts';

/** As many as a hundred a day would make in a year; older ones are of no use after 24 months anyway. */
const MOST_LINES = 40_000;
const LINE = /^(\d{1,15}) ([A-Za-z0-9_-]{43})$/;

/** The chains whose heads are noted down: what staff did, and what was published. */
export type Chain = 'audit' | 'updates';

/**
 * Notes down the head of a chain where who can write the database cannot reach: in the log, which an operator ships
 * elsewhere, and in a file of this machine's DATA_DIR, which `benkan audit verify` and the look through what is published
 * read. One file a database and chain.
 */
export function headNotes(
  dataDir: string,
  database: string,
  log: Logger,
  chain: Chain = 'audit',
): { write(head: Link): void } {
  const what = `${chain}_head`;
  return {
    write({ seq, hash }) {
      log.info({ what, count: seq, key: hash }, `head of the ${chain}`);
      void note(fileOf(dataDir, database, chain), { seq, hash }).catch((cause: unknown) =>
        log.warn({ what, ...errorFields(cause) }, `the head of the ${chain} could not be noted in DATA_DIR`),
      );
    },
  };
}

/** The heads this machine noted down. */
export async function notedHeads(dataDir: string, database: string, chain: Chain = 'audit'): Promise<Link[]> {
  const text = await readFile(fileOf(dataDir, database, chain), 'utf8').catch(() => '');
  return text
    .split('\n')
    .slice(-MOST_LINES)
    .flatMap((line) => readLink(line) ?? []);
}

/** `SEQ HASH` or `SEQ:HASH`. */
export function readLink(text: string): Link | undefined {
  const [, seq, hash] = LINE.exec(text.trim().replace(':', ' ')) ?? [];
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
}

async function note(file: string, { seq, hash }: Link): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await appendFile(file, `${String(seq)} ${hash}\n`, { mode: 0o600 });
}

const fileOf = (dataDir: string, database: string, chain: Chain): string =>
  path.join(dataDir, `${chain}-heads-${database.replace(/[^\w-]/g, '_')}.txt`);
