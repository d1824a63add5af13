import { randomBytes } from 'node:crypto';

const DRAW_BYTES = 4096;
let drawn = Buffer.alloc(0);
let at = 0;

/**
 * Random bytes, cut from one larger draw and each given once: a draw of its own costs as much as what it is for. The
 * bytes lie in the draw's memory; whoever keeps them makes a copy.
 */
export function drawnBytes(bytes: number): Buffer {
  if (bytes > DRAW_BYTES) return randomBytes(bytes);
  if (at + bytes > drawn.length) {
    drawn = randomBytes(DRAW_BYTES);
    at = 0;
  }
  at += bytes;
  return drawn.subarray(at - bytes, at);
}
