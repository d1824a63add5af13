import type { VNode } from 'preact';

/** What the shades of a chart stand for. Screen readers hear it with each value instead. */
export function Legend({ entries }: { entries: readonly { look: string; label: string }[] }): VNode {
  return (
    <ul class="chart-legend" aria-hidden="true">
      {entries.map(({ look, label }) => (
        <li key={label}>
          <svg width="14" height="14" focusable="false">
            <rect class={look} width="14" height="14" rx="2" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
