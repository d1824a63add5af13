import { readFileSync } from 'node:fs';
import { type Asset, makeAsset } from './assets.ts';
import { NKO_FACE, nkoFont } from './nko-font.ts';
import { schemes } from './schemes.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The tokens of both schemes, and letters of N'Ko: what every sheet is written in. */
export const TOKENS = [NKO_FACE, read('./tokens.css'), schemes(read('./dark.css'))].join('');

/** Headings, links, focus and what is not seen: under every page, of staff and of the public. */
export const BASE = read('./base.css');

/** Cards, buttons, fields, notices, tables: for pages with a frame of their own, too. */
export const PARTS = read('./parts.css');

/** The style sheet every staff page carries. Tokens first: the rest is written in them. */
export const kitStyles: Asset = {
  ...makeAsset(
    'kit',
    '.css',
    Buffer.from(
      [
        ...[TOKENS, BASE, read('./page.css'), PARTS, read('./marks.css')],
        ...[read('./list/list.css'), read('./print.css')],
      ].join(''),
    ),
  ),
  beside: [nkoFont],
};
