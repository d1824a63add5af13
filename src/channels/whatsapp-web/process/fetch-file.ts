import { z } from 'zod';
import { MAX_SENT_BYTES } from '../../../domain/media.ts';
import type { FetchAnswer } from '../protocol.ts';
import type { Client } from './client.ts';
import { isOnItsWay, within } from './page.ts';

/** The file's owner must be online to send it once more. */
const PHONE_AWAY_MS = 10 * 60_000;
const PAGE_AWAY_MS = 30_000;
const FETCH_MS = 90_000;

const size = z.object({ _data: z.object({ size: z.number() }) });

/** Brings the file of a message, as long as WhatsApp or the phone it came from has it. Never rejects. */
export async function fetchFile(client: Client, id: string): Promise<FetchAnswer> {
  try {
    // The library's types promise one; there is none for a message that was deleted.
    const message = (await client.getMessageById(id)) as LibraryMessage | undefined;
    if (message?.hasMedia !== true) return { kind: 'gone' };
    if ((size.safeParse(message).data?._data.size ?? 0) > MAX_SENT_BYTES) return { kind: 'too_large' };
    const file = (await within(message.downloadMedia(), FETCH_MS)) as LibraryMedia | undefined;
    if (file !== undefined) {
      const bytes = Buffer.from(file.data, 'base64');
      return bytes.length > MAX_SENT_BYTES
        ? { kind: 'too_large' }
        : { kind: 'file', type: file.mimetype, bytes };
    }
    const later = client.pupPage !== undefined && (await isOnItsWay(client.pupPage, id));
    return later ? { kind: 'later', afterMs: PHONE_AWAY_MS } : { kind: 'gone' };
  } catch {
    return { kind: 'later', afterMs: PAGE_AWAY_MS };
  }
}

type LibraryMessage = Awaited<ReturnType<Client['getMessageById']>>;
type LibraryMedia = Awaited<ReturnType<LibraryMessage['downloadMedia']>>;
