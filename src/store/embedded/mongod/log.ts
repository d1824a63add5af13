import { createWriteStream, statSync } from 'node:fs';
import { z } from 'zod';

/** Room for months of a quiet server; a server that complains without end must not fill the disk. */
const MAX_BYTES = 2 * 1024 * 1024;

const entry = z.object({
  t: z.object({ $date: z.string() }),
  s: z.string(),
  c: z.string(),
  id: z.number(),
  msg: z.string(),
});

export interface MongodLog {
  /** One line as mongod printed it. Returns its id and message. */
  take(line: string): { id: number; severity: string; msg: string } | undefined;
  close(): Promise<void>;
}

/**
 * Writes mongod's log without its attributes. mongod prints the values of queries that fail or are slow, and of
 * documents that break an index; the community edition cannot be told not to. Time, severity, component, number and
 * the constant message stay. Lines that are not log entries are dropped for the same reason.
 */
export function openLog(file: string): MongodLog {
  const before = sizeOf(file);
  const flags = before > MAX_BYTES ? 'w' : 'a';
  const sink = createWriteStream(file, { flags, mode: 0o600 });
  // A full disk must not take the process down for a line of log.
  sink.on('error', () => undefined);
  let room = MAX_BYTES;
  return {
    take(line) {
      const parsed = entry.safeParse(parseJson(line));
      if (!parsed.success) return undefined;
      const { t, s, c, id, msg } = parsed.data;
      const kept = `${t.$date} ${s} ${c} ${id} ${msg}\n`;
      room -= kept.length;
      if (room > 0) sink.write(kept);
      return { id, severity: s, msg };
    },
    close: () => new Promise((resolve) => sink.end(resolve)),
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
