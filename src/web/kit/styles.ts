import { readFileSync } from 'node:fs';
import { type Asset, makeAsset } from './assets.ts';
import { NKO_FACE, nkoFont } from './nko-font.ts';
import { schemes } from './schemes.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The tokens of both schemes, and letters of N'Ko: what every sheet is written in. */
export const TOKENS = [NKO_FACE, read('./tokens.css'), schemes(read('./dark.css'))].join('');

/** Cards, buttons, fields, notices, tables: for pages with a frame of their own, too. */
export const PARTS = read('./parts.css');

/** The style sheet every staff page carries. Tokens first: the rest is written in them. */
export const kitStyles: Asset = {
  ...makeAsset(
    'kit',
    '.css',
    Buffer.from([TOKENS, read('./page.css'), PARTS, read('./list/list.css'), read('./print.css')].join('')),
  ),
  beside: [nkoFont],
};
