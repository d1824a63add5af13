import type { VNode } from 'preact';
import { useLang } from '../language-context.ts';
import { inARow } from '../languages.ts';

export interface Bar {
  label: string;
  /** 0 to 1; `null` draws no bar, so that nothing of a hidden number can be measured on the screen. */
  share: number | null;
  /** The value in words, beside the bar: `41 %`, `< 5`. */
  value: string;
  /** For what belongs to the base without being a position: "don't know", "refused". */
  soft?: boolean;
}

interface BarChartProps {
  /** What is drawn; screen readers say it with all values in one go. */
  title: string;
  bars: readonly Bar[];
}

/**
 * Horizontal bars on a scale from 0 to 100 %, so that charts of one page compare. A table with the same numbers must
 * stand beside it. Words are HTML and only the bar is SVG: text keeps its size on a phone, and a width in a
 * presentation attribute passes a content security policy that refuses inline styles.
 */
export function BarChart({ title, bars }: BarChartProps): VNode {
  const lang = useLang();
  const words = inARow(
    bars.map(({ label, value }) => `${label}, ${value}`),
    lang,
  );
  return (
    <div class="chart" role="img" aria-label={`${title} ${words}.`}>
      {bars.map((bar) => (
        <div key={bar.label} class={bar.soft === true ? 'chart-row chart-row-soft' : 'chart-row'}>
          <span class="chart-label">{bar.label}</span>
          <span class="chart-value">{bar.value}</span>
          <Track share={bar.share} />
        </div>
      ))}
    </div>
  );
}

function Track({ share }: { share: number | null }): VNode {
  const width = share === null ? null : Math.min(1, Math.max(0, share)) * 100;
  return (
    <svg class="chart-track" width="100%" height="14" aria-hidden="true" focusable="false">
      <rect class={width === null ? 'chart-hidden' : 'chart-ground'} width="100%" height="14" rx="3" />
      {width === null || width === 0 ? null : (
        <rect class="chart-bar" width={`${width.toFixed(2)}%`} height="14" rx="3" />
      )}
    </svg>
  );
}
