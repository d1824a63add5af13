import { readFileSync } from 'node:fs';
import { type Asset, BASE, makeAsset, nkoFont, PARTS, schemes, TOKENS } from '../kit/index.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The style sheet of public pages: the kit's tokens and parts, in the colours of the chat. */
export const publicStyles: Asset = {
  ...makeAsset(
    'public',
    '.css',
    Buffer.from(
      [
        TOKENS,
        read('./colours.css'),
        schemes(read('./colours-dark.css')),
        PARTS,
        BASE,
        read('./public.css'),
      ].join(''),
    ),
  ),
  beside: [nkoFont],
};
