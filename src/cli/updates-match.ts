import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Answer } from '../capabilities/updates/check/answer.ts';
import { refusal } from '../domain/faults.ts';
import { EXIT } from './exit.ts';
import { withChecks } from './with-checks.ts';

/** As much as a channel brings of a picture; a text that long is none that is sent on. */
const MAX_BYTES = 5 * 1024 * 1024;

/** Lays a file over everything that was published; what it is like, and what differs. */
export async function updatesMatch(file: string, { json = false }: { json?: boolean }): Promise<number> {
  const bytes = await read(file);
  const text = textIn(bytes);
  const answer = await withChecks(process.env, (match) =>
    match(text === undefined ? { image: bytes } : { text }),
  );
  const shown = { ...answer, kind: answer.kind.replaceAll('_', '-') };
  process.stdout.write(json ? `${JSON.stringify(shown)}\n` : `${wordsOf(answer)}\n`);
  return EXIT.done;
}

async function read(file: string): Promise<Buffer> {
  if (file === '-') return limited(await buffer(process.stdin), 'standard input');
  const found = await stat(file).catch(() => null);
  if (found === null) throw refusal('no_such_file', `${file}: no such file; check the path.`);
  if (!found.isFile())
    throw refusal('not_a_file', `${file}: not a file; give a file, or - for standard input.`);
  if (found.size > MAX_BYTES) throw tooBig(file);
  return readFile(file);
}

function limited(bytes: Buffer, name: string): Buffer {
  if (bytes.length > MAX_BYTES) throw tooBig(name);
  return bytes;
}

const tooBig = (name: string) =>
  refusal('file_too_big', `${name}: larger than ${String(MAX_BYTES / 1024 / 1024)} MB; give a smaller file.`);

/** The words, where the bytes are words; anything else is looked at as a picture. */
function textIn(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? undefined : text;
  } catch {
    return undefined;
  }
}

function wordsOf({
  kind,
  number,
  version,
  part,
  changes = [],
  beside = [],
  newest,
  like,
  publishers = [],
}: Answer): string {
  const which = number === undefined ? '' : ` ${number} version ${String(version)}`;
  return [
    `${kind.replaceAll('_', '-')}${which}${part === undefined || part === 'whole' ? '' : ` (${part})`}`,
    ...changes.map(({ was, is }) => `  ours:   ${was === '' ? '-' : was}\n  theirs: ${is === '' ? '-' : is}`),
    ...beside.map((words) => `  not ours, beside it: ${words}`),
    ...(newest === undefined ? [] : [`  the newest version is ${String(newest)}`]),
    ...(like === undefined ? [] : [`  it is a little like ${like}`]),
    ...(publishers.length === 0 ? [] : [`  published here: ${publishers.join(', ')}`]),
  ].join('\n');
}
