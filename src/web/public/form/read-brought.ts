import type { Request } from 'express';
import { MAX_SENT_BYTES } from '../../../domain/media.ts';
import { fieldsOf, readUpload, Refused } from '../../staff/index.ts';
import type { Brought } from './ports.ts';

/** What a form of the talk brings. */
export interface Posted {
  /** Of the page it was filled in on. */
  page: string;
  key: string | undefined;
  /** Absent: nothing was written and nothing chosen. */
  brought?: Brought;
}

const FILE = {
  field: 'file',
  maxBytes: MAX_SENT_BYTES,
  types: [
    ...['image/jpeg', 'image/png', 'image/webp'],
    ...['audio/ogg', 'audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/webm'],
  ],
};
/** Two megabytes each while they are read. */
const MOST_FILES = 8;
let files = 0;

/** Words or a button. Browsers write each end of a line as two characters, which nobody typed. */
export function wordsIn(request: Request): Posted {
  const { say = '', choose, ...fields } = fieldsOf(request);
  const words = say.replace(/\r\n?/g, '\n').trim();
  const posted = { page: fields['page'] ?? '', key: fields['key'] };
  if (choose !== undefined) return { ...posted, brought: { choose: choose.slice(0, LONGEST_CHOICE) } };
  return words === '' ? posted : { ...posted, brought: { say: words } };
}

const LONGEST_CHOICE = 128;

/** @throws Refused 400, 413, 415; 503 while as many as can be are being read */
export async function fileIn(request: Request): Promise<Posted> {
  if (files >= MOST_FILES) throw new Refused(503, 'busy', { 'Retry-After': '3' });
  files += 1;
  try {
    const { form, file } = await readUpload(request, FILE);
    const posted = { page: form['page'] ?? '', key: form['key'] };
    return file === undefined
      ? posted
      : { ...posted, brought: { file: { type: file.type, bytes: file.bytes } } };
  } finally {
    files -= 1;
  }
}
