import type { Request } from 'express';
import { z } from 'zod';
import { MAX_TEXT_LENGTH, type InboundContent } from '../../domain/message.ts';
import { messageId } from './message-id.ts';
import { Problem } from './problem.ts';
import { contentOfUpload, isUpload } from './upload.ts';
import type { Upload } from './uploads.ts';

/** What one request brings: the client's own id, by which a repeat is known, and the content. */
export interface Said {
  id: string;
  content: InboundContent;
  /** The file the content is about. */
  file?: Upload;
}

const openBody = z.strictObject({
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
});
const messageBody = z.union([
  z.strictObject({ id: messageId, say: z.string().min(1) }),
  z.strictObject({ id: messageId, choose: z.string().min(1).max(128) }),
]);

/** Checks the body of `POST /api/chat`. The language is asked in the talk itself; the field is only held to its shape. */
export function checkOpening(body: unknown): void {
  if (!openBody.safeParse(body ?? {}).success)
    throw new Problem(400, 'bad_opening', 'Send {} or {"lang":"fr"}.');
}

/** Reads `{id, say}`, `{id, choose}` or an upload; throws the 400, 413 or 415 that fits. */
export async function readSaid(request: Request): Promise<Said> {
  if (isUpload(request)) return contentOfUpload(request);
  const body = messageBody.safeParse(request.body);
  if (!body.success)
    throw new Problem(
      400,
      'bad_message',
      'Send {"id":"…","say":"…"} or {"id":"…","choose":"…"} and nothing else; id is 1 to 64 letters, digits, - or _.',
    );
  const { id } = body.data;
  if ('choose' in body.data) return { id, content: { kind: 'choice', token: body.data.choose } };
  return { id, content: contentOfText(body.data.say) };
}

/** What was typed as content: a kind word answers what is too long or nothing at all. */
export function contentOfText(say: string): InboundContent {
  const text = wellFormed(say);
  // Answered with a kind word in the talk instead of an error the person cannot act on.
  if (text.length > MAX_TEXT_LENGTH) return { kind: 'unsupported', what: 'too_long' };
  return text === '' ? { kind: 'unsupported', what: 'empty' } : { kind: 'text', text };
}

/** JSON may carry half surrogates and control characters; nobody types them, and a store or a log may choke on them. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('utf8')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}
