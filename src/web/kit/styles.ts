import { readFileSync } from 'node:fs';
import { type Asset, makeAsset } from './assets.ts';
import { NKO_FACE, nkoFont } from './nko-font.ts';
import { schemes } from './schemes.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The style sheet every page carries. Tokens first: the rest is written in them. */
export const kitStyles: Asset = {
  ...makeAsset(
    'kit',
    '.css',
    Buffer.from(
      [
        NKO_FACE,
        read('./tokens.css'),
        schemes(read('./dark.css')),
        read('./page.css'),
        read('./parts.css'),
        read('./list/list.css'),
        read('./print.css'),
      ].join(''),
    ),
  ),
  beside: [nkoFont],
};
