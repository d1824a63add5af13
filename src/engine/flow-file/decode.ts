import { MAX_FILE_BYTES } from '../limits.ts';

export type Decoded = { ok: true; text: string } | { ok: false; line: number; code: string; message: string };

/** Bytes or text of a YAML file as text without BOM; whatever an editor saved wrongly is named. */
export function decode(source: string | Uint8Array): Decoded {
  if (source.length > MAX_FILE_BYTES)
    return no('file_too_large', `Split the flow: a file has at most ${MAX_FILE_BYTES / 1024} KB.`);
  const text = typeof source === 'string' ? source : utf8(source);
  if (text === undefined) return no('not_utf8', 'Save the file as UTF-8; UTF-16 and Latin-1 are not read.');
  if (text.includes('\0')) return no('not_utf8', 'The file holds NUL characters; save it as UTF-8.');
  const tab = /^[ ]*\t/m.exec(text);
  if (tab) return { ...no('tab', 'Indent with spaces, not with tabs.'), line: lineAt(text, tab.index) };
  const comment = /^\uFEFF?\s*\{/.test(text) ? /^\s*(?=\/[/*])/m.exec(text) : null;
  if (comment)
    return {
      ...no('json_comment', 'Take the comment out: JSON has none. In YAML a comment begins with #.'),
      line: lineAt(text, comment.index + comment[0].length),
    };
  return { ok: true, text: text.startsWith('\uFEFF') ? text.slice(1) : text };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
const no = (code: string, message: string) => ({ ok: false as const, line: 1, code, message });
