import type { Request } from 'express';
import { z } from 'zod';
import type { InboundContent } from '../../domain/message.ts';
import { MAX_SENT_BYTES } from '../../domain/media.ts';
import { messageId } from './message-id.ts';
import { Problem } from './problem.ts';
import type { Upload } from './uploads.ts';

/** What is taken, how much of it, and as which type: 45 s of Opus fit 150 kB (C8). */
const TAKEN = {
  voice: { most: 150_000, type: /^audio\// },
  photo: { most: MAX_SENT_BYTES, type: /^image\/(jpeg|png|webp)$/ },
} as const;

/** Largest file plus room for the parts' headers; the reader stops there, whatever Content-Length says. */
export const UPLOAD_LIMIT = TAKEN.photo.most + 8_192;

const fields = z.union([
  z.strictObject({ id: messageId, voice: z.instanceof(File) }),
  z.strictObject({ id: messageId, photo: z.instanceof(File) }),
]);

export const isUpload = (request: Request): boolean => typeof request.is('multipart/form-data') === 'string';

/**
 * A voice note or photo as `media` content, and its bytes, which are only measured here: what they are is looked at where
 * they are kept. Throws 400 (not the form described), 413 (too heavy), 415 (another type).
 */
export async function contentOfUpload(
  request: Request,
): Promise<{ id: string; content: InboundContent; file: Upload }> {
  const form = fields.safeParse(Object.fromEntries(await parts(request)));
  if (!form.success)
    throw new Problem(400, 'bad_upload', 'Send the parts "id" and one file, "voice" or "photo".');
  const [media, file] =
    'voice' in form.data ? (['voice', form.data.voice] as const) : (['photo', form.data.photo] as const);
  checkFile(media, file.size, file.type);
  const bytes = Buffer.from(await file.arrayBuffer());
  return { id: form.data.id, content: { kind: 'media', media }, file: { type: file.type, bytes } };
}

/** Throws 413 (too heavy) or 415 (another type). */
export function checkFile(media: 'voice' | 'photo', bytes: number, type: string): void {
  if (bytes > TAKEN[media].most)
    throw new Problem(413, 'too_large', `Send a ${media} of at most ${TAKEN[media].most} bytes.`);
  if (!TAKEN[media].type.test(type))
    throw new Problem(415, 'media_type', 'Send audio, or a JPEG, PNG or WebP image.');
}

async function parts(request: Request): Promise<FormData> {
  const type = request.get('content-type') ?? '';
  const body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : new Uint8Array();
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new Problem(400, 'bad_upload', 'The form could not be read.');
  }
}
