import { createHash } from 'node:crypto';

/** A body and its content type. */
export interface Form {
  type: string;
  body: Buffer;
}

/** A field of a form; with a file name it is a file. Names and file names are ours, never a person's. */
export interface FormField {
  name: string;
  content: Buffer;
  fileName?: string;
  type?: string;
}

/**
 * Fields as multipart/form-data (RFC 7578). Written here because the platform's own FormData turns each line break of a
 * value into two characters.
 */
export function formOf(fields: readonly FormField[]): Form {
  // What the content does not contain: its own hash.
  const hash = createHash('sha256');
  for (const { content } of fields) hash.update(content);
  const boundary = hash.digest('hex');
  const parts = fields.flatMap((field) => [
    Buffer.from(`--${boundary}\r\n${headOf(field)}\r\n\r\n`),
    field.content,
    Buffer.from('\r\n'),
  ]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

function headOf({ name, fileName, type }: FormField): string {
  const file = fileName === undefined ? '' : `; filename="${fileName}"`;
  const typed = type === undefined ? '' : `\r\nContent-Type: ${type}`;
  return `Content-Disposition: form-data; name="${name}"${file}${typed}`;
}
