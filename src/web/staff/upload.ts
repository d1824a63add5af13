import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { Request } from 'express';
import { audioTypeIn } from '../../domain/media.ts';
import { LARGEST_FORM_BYTES, MOST_FIELDS } from './form.ts';
import { Refused } from './refused.ts';

/** A file a form may bring, in the field of that name. */
export interface Upload {
  field: string;
  maxBytes: number;
  /** Exact types, e.g. `audio/ogg`. What a browser says of a file is checked here; what the file is, by who keeps it. */
  types: readonly string[];
}

export interface UploadedFile {
  bytes: Buffer;
  /** One of the types the route named. */
  type: string;
  /** Without folders and control characters, at most 100 characters; for showing, never for a path. */
  name: string;
}

interface Uploaded {
  form: Readonly<Record<string, string>>;
  /** Absent where the person chose no file. */
  file?: UploadedFile;
}

/** Headers and boundaries of the parts; browsers write some 150 bytes for each. */
const PART_HEADERS_BYTES = 64 * 1024;
const MOST_HEADER_PAIRS = 20;
const LONGEST_NAME = 100;

/**
 * Reads a posted form with a file, in memory and never on a disk. Fields as in any form: each once, 64 kB together.
 * @throws Refused 400 (not such a form, cut short, two files), 413, 415 (another type)
 */
export async function readUpload(request: Request, upload: Upload): Promise<Uploaded> {
  checkHead(request, upload);
  const reader = readerFor(request, upload);
  return new Promise((resolve, reject) => {
    const form = new Map<string, string>();
    let file: UploadedFile | undefined;
    let formBytes = 0;
    let bytes = 0;
    const refuse = (status: number, code: string): void => {
      request.unpipe(reader);
      // What is still on its way is let go, or the browser would not read the answer.
      request.resume();
      reject(new Refused(status, code));
    };

    reader.on('field', (name: string | undefined, value, _nameCut, valueCut) => {
      formBytes += Buffer.byteLength(name ?? '') + Buffer.byteLength(value);
      if (name === undefined || name === upload.field) refuse(400, 'bad_request');
      else if (form.has(name)) refuse(400, 'field_twice');
      else if (valueCut || formBytes > LARGEST_FORM_BYTES) refuse(413, 'too_large');
      else form.set(name, value);
    });
    reader.on('file', (name, stream, fileName: string | undefined, _encoding, type) => {
      if (name !== upload.field) refuse(400, 'bad_request');
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => refuse(413, 'file_too_large'));
      stream.on('error', () => refuse(400, 'file_cut'));
      stream.on('end', () => {
        const content = Buffer.concat(chunks);
        // A browser sends an empty file without a name where none was chosen.
        if (content.length === 0 && (fileName ?? '') === '') return;
        const named = plainName(fileName ?? '');
        const known = audioTypeIn(type, named) ?? type;
        if (!upload.types.includes(known)) refuse(415, 'file_type');
        file = { bytes: content, type: known, name: named };
      });
    });
    reader.on('filesLimit', () => refuse(400, 'field_twice'));
    reader.on('fieldsLimit', () => refuse(413, 'too_large'));
    reader.on('partsLimit', () => refuse(413, 'too_large'));
    reader.on('error', () => refuse(400, 'file_cut'));
    reader.on('finish', () => resolve({ form: Object.fromEntries(form), ...(file && { file }) }));
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > largest(upload)) refuse(413, 'file_too_large');
    });
    request.on('close', () => {
      if (!request.complete) refuse(400, 'file_cut');
    });
    request.pipe(reader);
  });
}

const largest = ({ maxBytes }: Upload): number => maxBytes + LARGEST_FORM_BYTES + PART_HEADERS_BYTES;

function checkHead(request: Request, upload: Upload): void {
  if (request.is('multipart/form-data') === false || request.get('content-encoding') !== undefined)
    throw new Refused(415, 'form_expected');
  if (Number(request.get('content-length') ?? 0) > largest(upload)) throw new Refused(413, 'file_too_large');
}

function readerFor({ headers }: Request, { field, maxBytes }: Upload): BusboyInstance {
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      isPartAFile: (name, _type, fileName) => fileName !== undefined || name === field,
      limits: {
        fileSize: maxBytes,
        files: 1,
        fieldSize: LARGEST_FORM_BYTES,
        fields: MOST_FIELDS,
        parts: MOST_FIELDS + 2,
        headerPairs: MOST_HEADER_PAIRS,
        headerSize: 8 * 1024,
      },
    });
  } catch {
    // No boundary in the header.
    throw new Refused(400, 'bad_request');
  }
}

const plainName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{C}/gu, '').slice(0, LONGEST_NAME);
