import type { AudioLink, Choice, ImageLink, Mine } from './talk.ts';

export interface Reply {
  n: number;
  text: string;
  choices: Choice[];
  lang?: string;
  audio?: AudioLink;
  image?: ImageLink;
}

/** What became of one attempt. `wait`: come again after so many milliseconds, with the same id. */
export type Posted = { kind: 'kept' } | { kind: 'refused' } | { kind: 'wait'; ms: number; slow: boolean };

/** 2G answers late; beyond this a request is taken for lost and made again. */
const PATIENCE_MS = 20_000;

/** Opens a chat; answers with its token, or nothing when the server cannot be reached now. */
export async function openChat(): Promise<string | undefined> {
  const answer = await ask('/api/chat', { method: 'POST', body: '{}', headers: JSON_TYPE });
  return answer?.status === 201 ? (answer.body as { token?: string }).token : undefined;
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
  return { kind: 'wait', ms: response.comeAgainMs, slow: response.status === 429 };
}

/** What came after `after`; nothing when the server cannot be reached. */
export async function fetchReplies(token: string, after: number): Promise<Reply[] | undefined> {
  const answer = await ask(`/api/chat/messages?after=${after}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return answer?.status === 200 ? (answer.body as Reply[]) : undefined;
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

interface Answer {
  status: number;
  comeAgainMs: number;
  body: unknown;
}

/** Nothing where the line broke, also in the middle of the answer. */
async function ask(path: string, request: RequestInit): Promise<Answer | undefined> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const response = await fetch(path, { ...request, credentials: 'omit', signal: abort.signal });
    const body: unknown = response.ok ? await response.json() : undefined;
    const seconds = Number(response.headers.get('Retry-After') ?? 0);
    return { status: response.status, comeAgainMs: seconds * 1000, body };
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
