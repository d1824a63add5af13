import type { Looked } from './look-at.ts';

/** Compressed, of everything a page fetches; the flow editor is excepted and does not exist yet. */
export const STAFF_BYTES = 50_000;
export const PUBLIC_BYTES = 30_000;
/** First paint on 3G and a processor that is four times slower. */
export const PAINT_MS = 2500;

/** What of a page does not pass, in words. */
export function failures(looked: Looked, most = STAFF_BYTES): string[] {
  const { name, bytes, axe, sideways, complaints, dead, crowded, paint = 0 } = looked;
  const found = [
    ...(bytes > most ? [`${String(bytes)} bytes`] : []),
    ...axe.map((rule) => `axe ${rule}`),
    ...(sideways > 0 ? [`${String(sideways)} px sideways`] : []),
    ...complaints.map((line) => `console: ${line}`),
    ...dead.map((element) => `dead without scripts: ${element}`),
    ...crowded.map((element) => `more than one main button: ${element}`),
    ...(paint > PAINT_MS ? [`first paint after ${String(Math.round(paint))} ms`] : []),
  ];
  return found.map((what) => `${name}: ${what}`);
}

/** One line a page, as the run prints it. */
export function gateTable(rows: readonly Looked[]): string {
  const lines = rows.map(({ name, bytes, paint, axe, sideways, complaints, dead }) =>
    [
      (bytes / 1000).toFixed(1).padStart(7),
      (paint === undefined ? '–' : (paint / 1000).toFixed(2)).padStart(7),
      String(axe.length).padStart(4),
      String(complaints.length).padStart(8),
      String(sideways).padStart(9),
      (dead.length === 0 ? 'works' : String(dead.length)).padStart(11),
      ` ${name}`,
    ].join(''),
  );
  const head = '     kB  paint axe  console  sideways scripts off page';
  return ['W14: every page', head, ...lines, summary(rows)].join('\n');
}

function summary(rows: readonly Looked[]): string {
  const [bytes, paint] = [rows.map((row) => row.bytes), rows.map((row) => row.paint ?? 0)];
  const slowest = Math.max(0, ...paint) / 1000;
  return `W14: ${String(rows.length)} pages, at most ${(Math.max(0, ...bytes) / 1000).toFixed(1)} kB${slowest === 0 ? '' : `, first paint after at most ${slowest.toFixed(2)} s`}`;
}
