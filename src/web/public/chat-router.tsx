import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { Router } from 'express';
import {
  type Asset,
  makeAsset,
  NKO_FACE,
  nkoFont,
  pack,
  readAsset,
  renderPage,
  sendPacked,
} from '../kit/index.ts';
import { pageHeaders } from './chat-headers.ts';
import { ChatPage } from './chat-page.tsx';
import { langIn, PUBLIC_LANGS, type PublicLang } from './languages.ts';
import { navOf } from './nav.ts';
import type { PublicRoute } from './route.ts';

export interface ChatPageOptions {
  /** Folder with the bundled `chat.js`; the build puts it into `dist/web/assets`. */
  assets?: string;
  /** Origins whose pages may show the chat at `/embed` in a frame (C4). None by default: a framed page can have its clicks stolen. */
  embedIn?: readonly string[];
  /** Pages for anybody, to which the chat leads. */
  routes?: readonly PublicRoute[];
}

/** Where other sites find the chat for a frame of theirs. */
export const EMBED_PATH = '/embed';

/** The chat's sheet, which the form wears too. */
export const chatStyle: Asset = makeAsset(
  'chat',
  '.css',
  Buffer.concat([Buffer.from(NKO_FACE), readFileSync(new URL('./chat.css', import.meta.url))]),
);

/**
 * The chat at `/` and for frames at `/embed`, with its style sheet and script, packed when the process starts. No inline
 * code, no cookie, nothing from elsewhere.
 */
export function chatPageRouter({ assets = BUILT, embedIn = [], routes = [] }: ChatPageOptions = {}): Router {
  const script = readAsset('chat', pathToFileURL(path.join(assets, 'chat.js')));
  const nav = navOf(routes);
  const router = Router();
  const serve = (at: string, framed: boolean, framedBy: readonly string[]): void => {
    const parts = { style: chatStyle.href, script: script.href, framed };
    const pages = new Map<PublicLang, ReturnType<typeof pack>>(
      PUBLIC_LANGS.map((lang) => {
        const html = renderPage(<ChatPage {...parts} lang={lang} nav={nav} />);
        return [lang, pack('text/html; charset=utf-8', Buffer.from(html))];
      }),
    );
    router.get(at, pageHeaders({ framedBy, scripts: true }), (request, response) => {
      const query = new URLSearchParams(request.originalUrl.split('?')[1]);
      const page = pages.get(langIn(query));
      response.set('Cache-Control', 'no-cache');
      if (page !== undefined) sendPacked(request, response, page);
    });
  };
  serve('/', false, ["'self'"]);
  serve(EMBED_PATH, true, ["'self'", ...embedIn]);
  for (const asset of [chatStyle, nkoFont, script]) serveAsset(router, asset);
  return router;
}

const BUILT = path.join(import.meta.dirname, '..', 'assets');

function serveAsset(router: Router, asset: Asset): void {
  const packed = pack(asset.type, asset.body);
  router.get(asset.href, (request, response) => {
    // The name changes with the content, so a phone fetches it once.
    response.set({
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    });
    sendPacked(request, response, packed);
  });
}
