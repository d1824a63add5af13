import type { VNode } from 'preact';
import { create } from 'qrcode';

/** Modules of quiet around the code (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code as one path: dark on light in both schemes, for cameras read no other. */
export function QrCode({ text, alt }: { text: string; alt: string }): VNode {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dark: string[] = [];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      if (modules.get(row, column) !== 0) dark.push(`M${String(column)} ${String(row)}h1v1h-1z`);
  const box = `${String(-QUIET)} ${String(-QUIET)} ${String(size + 2 * QUIET)} ${String(size + 2 * QUIET)}`;
  return (
    <svg class="qr" viewBox={box} role="img" aria-label={alt} shape-rendering="crispEdges">
      <rect x={-QUIET} y={-QUIET} width={size + 2 * QUIET} height={size + 2 * QUIET} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
