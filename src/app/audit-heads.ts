import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Link } from '../capabilities/audit/index.ts';
import { errorFields, type Logger } from './logs.ts';

/** As many as a hundred a day would make in a year; older ones are of no use after 24 months anyway. */
const MOST_LINES = 40_000;
const LINE = /^(\d{1,15}) ([A-Za-z0-9_-]{43})$/;

/**
 * Notes down the head of the audit where who can write the database cannot reach: in the log, which an operator ships
 * elsewhere, and in a file of this machine's DATA_DIR, which `benkan audit verify` reads. One file a database.
 */
export function headNotes(dataDir: string, database: string, log: Logger): { write(head: Link): void } {
  return {
    write({ seq, hash }) {
      log.info({ what: 'audit_head', count: seq, key: hash }, 'head of the audit');
      void note(dataDir, database, { seq, hash }).catch((cause: unknown) =>
        log.warn(
          { what: 'audit_head', ...errorFields(cause) },
          'the head of the audit could not be noted in DATA_DIR',
        ),
      );
    },
  };
}

/** The heads this machine noted down. */
export async function notedHeads(dataDir: string, database: string): Promise<Link[]> {
  const text = await readFile(fileOf(dataDir, database), 'utf8').catch(() => '');
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

async function note(dataDir: string, database: string, { seq, hash }: Link): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await appendFile(fileOf(dataDir, database), `${String(seq)} ${hash}\n`, { mode: 0o600 });
}

const fileOf = (dataDir: string, database: string): string =>
  path.join(dataDir, `audit-heads-${database.replace(/[^\w-]/g, '_')}.txt`);
