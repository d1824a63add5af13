import type { AudioLink, Choice, ImageLink, Mine } from './talk.ts';

export interface Reply {
  n: number;
  text: string;
  choices: Choice[];
  audio?: AudioLink;
  image?: ImageLink;
}

/** What became of one attempt. `wait`: come again after so many milliseconds, with the same id. */
export type Posted = { kind: 'kept' } | { kind: 'refused' } | { kind: 'wait'; ms: number; slow: boolean };

/** 2G answers late; beyond this a request is taken for lost and made again. */
const PATIENCE_MS = 20_000;

/** Opens a chat; answers with its token, or nothing when the server cannot be reached now. */
export async function openChat(): Promise<string | undefined> {
  const response = await ask('/api/chat', { method: 'POST', body: '{}', headers: JSON_TYPE });
  if (response?.status !== 201) return undefined;
  const body = (await response.json()) as { token?: string };
  return body.token;
}

export async function post(token: string, entry: Mine, file?: Blob): Promise<Posted> {
  const response = await ask('/api/chat/messages', {
    method: 'POST',
    ...(file === undefined || entry.media === undefined
      ? jsonOf(entry, token)
      : formOf(entry, entry.media, file, token)),
  });
  if (response === undefined) return { kind: 'wait', ms: 0, slow: false };
  if (response.status === 202) return { kind: 'kept' };
  const refused = response.status >= 400 && response.status < 500 && response.status !== 429;
  if (refused) return { kind: 'refused' };
  const seconds = Number(response.headers.get('Retry-After') ?? 0);
  return { kind: 'wait', ms: seconds * 1000, slow: response.status === 429 };
}

/** What came after `after`; nothing when the server cannot be reached. */
export async function fetchReplies(token: string, after: number): Promise<Reply[] | undefined> {
  const response = await ask(`/api/chat/messages?after=${after}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return response?.ok === true ? ((await response.json()) as Reply[]) : undefined;
}

function jsonOf({ id, say, choose }: Mine, token: string): RequestInit {
  const body = JSON.stringify(choose === undefined ? { id, say } : { id, choose });
  return { body, headers: { ...JSON_TYPE, Authorization: `Bearer ${token}` } };
}

/** The browser writes the form's type, for it makes up the boundary. */
function formOf({ id }: Mine, media: 'voice' | 'photo', file: Blob, token: string): RequestInit {
  const body = new FormData();
  body.set('id', id);
  body.set(media, file, media);
  return { body, headers: { Authorization: `Bearer ${token}` } };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

async function ask(path: string, request: RequestInit): Promise<Response | undefined> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    return await fetch(path, { ...request, credentials: 'omit', signal: abort.signal });
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
