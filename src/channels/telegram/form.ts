import { createHash } from 'node:crypto';
import { InputFile } from 'grammy';

export interface Form {
  type: string;
  body: Buffer;
}

/** Only a call with a file is a form; all others are JSON, which costs a fraction. */
export const hasFile = (payload: object): boolean =>
  Object.values(payload).some((value) => value instanceof InputFile);

/**
 * A Bot API call with files as multipart/form-data (RFC 7578). Written here because the platform's own FormData turns
 * each line break of a value into two characters. Names and file names are ours, never a person's.
 */
export async function formOf(payload: object): Promise<Form> {
  const entries = await Promise.all(
    Object.entries(payload).map(async ([name, value]: [string, unknown]) => entryOf(name, value)),
  );
  // What the content does not contain: its own hash.
  const hash = createHash('sha256');
  for (const { content } of entries) hash.update(content);
  const boundary = hash.digest('hex');
  const parts = entries.flatMap(({ head, content }) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

interface Entry {
  head: string;
  content: Buffer;
}

async function entryOf(name: string, value: unknown): Promise<Entry> {
  if (!(value instanceof InputFile))
    return {
      head: `name="${name}"`,
      content: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    };
  const bytes = await value.toRaw();
  if (!(bytes instanceof Uint8Array)) throw new TypeError('Files are sent from memory.');
  return { head: `name="${name}"; filename="${value.filename ?? name}"`, content: Buffer.from(bytes) };
}
