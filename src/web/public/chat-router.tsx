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
import { ChatPage } from './chat-page.tsx';

export interface ChatPageOptions {
  /** Folder with the bundled `chat.js`; the build puts it into `dist/web/assets`. */
  assets?: string;
  /** Origins whose pages may show the chat in a frame (C4). None by default: a framed page can have its clicks stolen. */
  embedIn?: readonly string[];
}

/**
 * The chat at `/` with its style sheet and script, packed when the process starts. No inline code, no cookie, nothing
 * from elsewhere.
 */
export function chatPageRouter({ assets = BUILT, embedIn = [] }: ChatPageOptions = {}): Router {
  const sheet = readFileSync(new URL('./chat.css', import.meta.url));
  const style = makeAsset('chat', '.css', Buffer.concat([Buffer.from(NKO_FACE), sheet]));
  const script = readAsset('chat', pathToFileURL(path.join(assets, 'chat.js')));
  const html = Buffer.from(renderPage(<ChatPage style={style.href} script={script.href} />));
  const page = pack('text/html; charset=utf-8', html);
  const policy = [...POLICY, `frame-ancestors ${["'self'", ...embedIn].join(' ')}`].join('; ');
  const router = Router();
  router.get('/', (request, response) => {
    response.set(PAGE_HEADERS).set('Content-Security-Policy', policy);
    sendPacked(request, response, page);
  });
  for (const asset of [style, nkoFont, script]) serve(router, asset);
  return router;
}

const BUILT = path.join(import.meta.dirname, '..', 'assets');

const PAGE_HEADERS = {
  'Cache-Control': 'no-cache',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(self)',
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

function serve(router: Router, asset: Asset): void {
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
