import jsQR from 'jsqr';

/** Pixels a module is drawn with. */
const PIXELS = 4;

/** What a phone reads from a code that is drawn as one path of squares. */
export function readQr(svg: string): string | undefined {
  const [, left = '0', top = '0', width = '0'] = /viewBox="(\S+) (\S+) (\d+) /.exec(svg) ?? [];
  const side = Number(width) * PIXELS;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < PIXELS; row += 1)
      for (let column = 0; column < PIXELS; column += 1) {
        const at =
          ((Number(y) - Number(top)) * PIXELS + row) * side + (Number(x) - Number(left)) * PIXELS + column;
        pixels.fill(0, at * 4, at * 4 + 3);
      }
  return jsQR.default(pixels, side, side)?.data;
}
