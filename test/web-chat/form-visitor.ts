import { chatFormRouter, chatStyle } from '../../src/web/public/index.ts';
import type { Site } from './site.ts';

/** The form beside a site's doors, as src/app/site.ts mounts it. */
export const formOf = (
  { channel, url, reported }: Site,
  { publicUrl = url, now = Date.now }: { publicUrl?: string; now?: () => number } = {},
) =>
  chatFormRouter({
    ...{ publicUrl, desk: channel.desk, style: chatStyle, routes: [] },
    clock: { now },
    chance: { token: (bytes) => crypto.getRandomValues(Buffer.alloc(bytes)).toString('base64url') },
    log: { failed: ({ cause }) => void reported.push(cause) },
  });

/** What a browser without scripts does: keeps the cookie, follows the redirect, fills in what the page holds. */
export interface FormVisitor {
  cookie: string | undefined;
  /** The page last seen. */
  html: string;
  /** A request; `headers` beside those of a browser of today. */
  ask(
    path: string,
    how?: { method?: string; body?: BodyInit; headers?: Record<string, string> },
  ): Promise<Response>;
  /** Opens a page and keeps it. */
  open(path: string): Promise<Response>;
  /** Posts a form of the page last seen, and follows. Answers with what the post was answered. */
  post(
    fields: Record<string, string>,
    how?: { path?: string; headers?: Record<string, string> },
  ): Promise<Response>;
  /** The hidden fields of the page last seen. */
  hidden(): Record<string, string>;
  /** The bubbles of the page last seen, the person's own with a mark. */
  bubbles(): string[];
}

export function formVisitor(url: string): FormVisitor {
  const visitor: FormVisitor = {
    cookie: undefined,
    html: '',
    async ask(path, { method = 'GET', body, headers = {} } = {}) {
      const answer = await fetch(url + path, {
        ...{ method, redirect: 'manual', ...(body !== undefined && { body }) },
        headers: {
          ...(method === 'POST' && { 'Sec-Fetch-Site': 'same-origin' }),
          ...(visitor.cookie !== undefined && { Cookie: visitor.cookie }),
          ...headers,
        },
      });
      const set = answer.headers.getSetCookie()[0];
      if (set !== undefined)
        visitor.cookie = /Expires=Thu, 01 Jan 1970/.test(set) ? undefined : set.split(';')[0];
      return answer;
    },
    async open(path) {
      let answer = await visitor.ask(path);
      for (let hop = 0; answer.status === 303 && hop < 3; hop += 1)
        answer = await visitor.ask(answer.headers.get('location')?.split('#')[0] ?? '');
      visitor.html = await answer.text();
      return answer;
    },
    async post(fields, { path = '/chat', headers } = {}) {
      const body = new URLSearchParams({ ...visitor.hidden(), ...fields });
      const answer = await visitor.ask(path, { method: 'POST', body, ...(headers && { headers }) });
      if (answer.status === 303) await visitor.open(answer.headers.get('location')?.split('#')[0] ?? '');
      else visitor.html = await answer.clone().text();
      return answer;
    },
    hidden: () =>
      Object.fromEntries(
        [...visitor.html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
          ([, name = '', value = '']) => [name, value],
        ),
      ),
    bubbles: () =>
      [...visitor.html.matchAll(/class="row (\w+)"[^>]*>.*?<p class="bubble"[^>]*>(.*?)<\/p>/gs)].map(
        ([, by = '', text = '']) => `${by === 'me' ? '> ' : ''}${text.replaceAll('\u00a0', ' ')}`,
      ),
  };
  return visitor;
}
