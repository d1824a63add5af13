import { FileRefused } from './contact.ts';

/** A file that can be read twice: to learn how it is written, and to read it. */
export type Bytes = () => AsyncIterable<Uint8Array>;

/** What spreadsheets of the field write. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * How a file is written: by its mark, else UTF-8 where all of it is, else Windows-1252, as older spreadsheets save. One
 * pass, nothing of it is kept.
 */
export async function encodingOf(bytes: Bytes): Promise<Encoding> {
  const [one, other] = await headOf(bytes);
  if (one === 0xff && other === 0xfe) return 'utf-16le';
  if (one === 0xfe && other === 0xff) return 'utf-16be';
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes()) {
      strict.decode(chunk, { stream: true });
    }
    strict.decode();
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The first two bytes of a file, as far as there are. */
export async function headOf(bytes: Bytes): Promise<readonly (number | undefined)[]> {
  const head: number[] = [];
  for await (const chunk of bytes()) {
    head.push(...chunk.subarray(0, 2));
    if (head.length >= 2) break;
  }
  return head;
}

/** The words of a file, piece by piece. @throws FileRefused `not_a_table` for what holds a NUL, as no text does */
export async function* textOf(bytes: Bytes): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(bytes));
  for await (const chunk of bytes()) yield checked(decoder.decode(chunk, { stream: true }));
  yield checked(decoder.decode());
}

function checked(text: string): string {
  if (text.includes('\0')) throw new FileRefused('not_a_table');
  return text;
}
