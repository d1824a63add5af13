import type { Device } from './device.ts';
import { fetchReplies, openChat, post, type Posted, type Reply } from './server.ts';
import type { Mine } from './talk.ts';

const KEY = 'token';

/** The chat's token: taken from the phone, or asked from the server once it is needed. */
export interface Session {
  token(): Promise<string | undefined>;
  /** What was attached is given with its entry; one whose file is gone with an earlier page cannot be sent. */
  send: (entry: Mine, file: Blob | undefined) => Promise<Posted>;
  replies(after: number): Promise<Reply[] | undefined>;
  streamUrl(after: number): string;
}

export function sessionOf(device: Device): Session {
  let asking: Promise<string | undefined> | undefined;
  const ask = async (): Promise<string | undefined> => {
    const token = await openChat();
    asking = undefined;
    // Another tab may have opened the chat in the meantime: one phone, one talk.
    const kept = device.read(KEY);
    if (kept !== null) return kept;
    if (token !== undefined) device.write(KEY, token);
    return token;
  };
  const token = async (): Promise<string | undefined> => device.read(KEY) ?? (await (asking ??= ask()));
  return {
    token,
    async send(entry, file) {
      if (entry.media !== undefined && file === undefined) return { kind: 'refused' };
      const mine = await token();
      return mine === undefined ? { kind: 'wait', ms: 0, slow: false } : post(mine, entry, file);
    },
    async replies(after) {
      const mine = await token();
      return mine === undefined ? undefined : fetchReplies(mine, after);
    },
    streamUrl: (after) => `/api/chat/events?token=${device.read(KEY) ?? ''}&after=${after}`,
  };
}
