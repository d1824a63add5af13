import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type Router } from 'express';

/** A file served under a name that changes with its content, so that it may be kept for a year. */
export interface Asset {
  /** `/assets/<name>.<hash>.<extension>` */
  href: string;
  type: string;
  body: Buffer;
}

/** Reads the files (all of one kind) and joins them in order under one name. Called once, when its module loads. */
export function readAsset(name: string, ...files: readonly URL[]): Asset {
  const extension = path.extname(files[0]?.pathname ?? '');
  const type = TYPES[extension];
  if (type === undefined) throw new Error(`asset ${name}: no content type is known for "${extension}"`);
  const body = Buffer.concat(files.map((file) => readFileSync(file)));
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
  return { href: `${ASSETS_PATH}/${name}.${hash}${extension}`, type, body };
}

/** Serves exactly the assets handed in; nothing is looked up on the disk by a caller's path. Mounted at the root. */
export function assetsRouter(assets: readonly Asset[]): Router {
  const router = express.Router();
  for (const asset of assets) {
    router.get(asset.href, (_request, response) => {
      response
        .set('Content-Type', asset.type)
        .set('Cache-Control', 'public, max-age=31536000, immutable')
        .set('X-Content-Type-Options', 'nosniff')
        .set('Cross-Origin-Resource-Policy', 'same-origin')
        .send(asset.body);
    });
  }
  return router;
}

const ASSETS_PATH = '/assets';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
