import type { DropAnswer } from '../protocol.ts';
import type { Client } from './client.ts';
import { within } from './page.ts';

const DROP_MS = 30_000;

/** Deletes a chat with all its messages, here and on the phone. Never rejects. */
export async function dropChat(client: Client, id: string): Promise<DropAnswer> {
  try {
    const chat = await within(client.getChatById(id), DROP_MS);
    return (await within(chat.delete(), DROP_MS)) ? { kind: 'dropped' } : { kind: 'kept' };
  } catch {
    return { kind: 'kept' };
  }
}
