import type { Score } from './score.ts';

/** A score as a person reads it: what was said of what, and how each mangling and change was answered. */
export function tableOf({
  copies,
  precision,
  recall,
  alteredCalledAuthentic,
  said,
  byHow,
  wrong,
  p50,
  p99,
  most,
}: Score): string {
  const kinds = [...new Set(Object.values(said).flatMap((row) => Object.keys(row)))].sort();
  const confusion = [
    ['', ...kinds],
    ...Object.entries(said).map(([truth, row]) => [truth, ...kinds.map((kind) => String(row[kind] ?? 0))]),
  ].map(([truth = '', ...row]) => truth.padEnd(12) + row.map((cell) => cell.padStart(12)).join(''));
  const hows = Object.entries(byHow)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(
      ([how, { n, right }]) =>
        `${how.padEnd(42)}${String(n).padStart(6)}${`${((100 * right) / n).toFixed(1)} %`.padStart(10)}`,
    );
  return [
    `${String(copies)} copies: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, altered called authentic ${String(alteredCalledAuthentic)}`,
    `time: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, most ${most.toFixed(1)} ms`,
    ...['', 'what it is, and what was said', ...confusion],
    ...['', `${'what was done to it'.padEnd(42)}${'n'.padStart(6)}${'right'.padStart(10)}`, ...hows],
    ...['', `answered otherwise than by the table: ${String(wrong.length)}; the first of them:`],
    ...wrong
      .slice(0, 12)
      .map(
        ({ copy, answer }) =>
          `- ${copy.truth}, ${copy.how} → ${answer.kind}: ${JSON.stringify(copy.text.slice(0, 160))} ${JSON.stringify(answer.changes?.slice(0, 2) ?? [])}`,
      ),
  ].join('\n');
}
