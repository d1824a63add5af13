import { z } from 'zod';
import { refusal } from '../domain/faults.ts';

/** Minutes, hours or days of a `wait`, in milliseconds. */
const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
/** A year is longer than any timer of a talk. */
const LONGEST_WAIT_MS = 366 * UNITS.d;
/** A script of more lines is no script of a talk. */
const MAX_LINES = 10_000;

const wait = z
  .string()
  .regex(/^\+?\d{1,6}[smhd]$/)
  .transform((text) => Number.parseInt(text, 10) * UNITS[text.slice(-1) as keyof typeof UNITS])
  .refine((ms) => ms <= LONGEST_WAIT_MS);

/** One line of a script: what the person does next. */
export const deed = z.union([
  z.strictObject({ say: z.string() }),
  z.strictObject({ tap: z.string().min(1).max(128) }),
  z.strictObject({ send: z.enum(['voice', 'photo', 'sticker', 'location']) }),
  z.strictObject({ wait }),
]);
export type Deed = z.infer<typeof deed>;

const EXPECTED =
  'expected one of {"say":"…"}, {"tap":"<choice key>"}, {"send":"voice|photo|sticker|location"}, {"wait":"25h"}';

/** Reads a script of JSON lines; throws a refusal that names the first line that is no deed. Empty lines are skipped. */
export function readScript(text: string, file: string): Deed[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.length > MAX_LINES)
    throw refusal('script_too_long', `${file}: more than ${MAX_LINES} lines; split the script.`);
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const read = deed.safeParse(parseJson(line));
    if (!read.success) throw refusal('bad_script_line', `${file}:${at + 1}: ${EXPECTED}.`);
    return [read.data];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
