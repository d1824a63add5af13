import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type Router } from 'express';
import { packLater, sendPacked } from './packed.ts';

/** A file served under a name that changes with its content, so that it may be kept for a year. */
export interface Asset {
  /** `/assets/<name>.<hash>.<extension>` */
  href: string;
  type: string;
  body: Buffer;
  /** What it makes a browser fetch: the fonts of a style sheet. Served with it. */
  beside?: readonly Asset[];
}

/** Reads the files (all of one kind) and joins them in order under one name. Called once, when its module loads. */
export function readAsset(name: string, ...files: readonly URL[]): Asset {
  const extension = path.extname(files[0]?.pathname ?? '');
  return makeAsset(name, extension, Buffer.concat(files.map((file) => readFileSync(file))));
}

/** An asset of content that is at hand. @param extension with its dot */
export function makeAsset(name: string, extension: string, body: Buffer): Asset {
  const type = TYPES[extension];
  if (type === undefined) throw new Error(`asset ${name}: no content type is known for "${extension}"`);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
  return { href: `${ASSETS_PATH}/${name}.${hash}${extension}`, type, body };
}

/** Serves exactly the assets handed in; nothing is looked up on the disk by a caller's path. Mounted at the root. */
export function assetsRouter(assets: readonly Asset[]): Router {
  const router = express.Router();
  for (const asset of assets.flatMap((one) => [one, ...(one.beside ?? [])])) {
    const packed = packLater(asset.type, asset.body);
    router.get(asset.href, (request, response) => {
      response
        .set('Cache-Control', 'public, max-age=31536000, immutable')
        .set('X-Content-Type-Options', 'nosniff')
        .set('Cross-Origin-Resource-Policy', 'same-origin');
      sendPacked(request, response, packed());
    });
  }
  return router;
}

const ASSETS_PATH = '/assets';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
