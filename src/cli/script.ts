import { type Deed, deed } from '../conversation/rehearsal/deed.ts';
import { refusal } from '../domain/faults.ts';

/** A script of more lines is no script of a talk. */
const MAX_LINES = 10_000;

const EXPECTED =
  'expected one of {"say":"…"}, {"tap":"<choice key>"}, {"send":"voice|photo|sticker|location"}, {"wait":"25h"}, {"give_back":"<step>"}';

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
