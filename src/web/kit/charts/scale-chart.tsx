import type { VNode } from 'preact';
import { useLang } from '../language-context.ts';
import { inARow } from '../languages.ts';
import { useId } from 'preact/hooks';
import { Hatch } from './hatch.tsx';
import { percent } from './parts-of.ts';

export interface ScaleStep {
  label: string;
  /** 0 to 1 of all who answered; `null` is hidden. */
  share: number | null;
  /** In words: `41 %`, `< 5`. */
  value: string;
}

interface ScaleChartProps {
  title: string;
  /** From the one end of the scale to the other. */
  steps: readonly ScaleStep[];
}

/**
 * Answers on a scale (Likert): what stands below the middle to the left of a line, what stands above it to the right, a
 * middle step on both sides. Where a step is hidden there is no such line to be true to, so each step has its own bar.
 * A table with the same numbers must stand beside or behind it.
 */
export function ScaleChart({ title, steps }: ScaleChartProps): VNode {
  const lang = useLang();
  const words = inARow(
    steps.map(({ label, value }) => `${label}, ${value}`),
    lang,
  );
  const hidden = steps.some(({ share }) => share === null);
  return (
    <div class="chart" role="img" aria-label={`${title} ${words}.`}>
      {hidden ? <OwnBars steps={steps} /> : <AroundTheMiddle steps={steps} />}
    </div>
  );
}

function AroundTheMiddle({ steps }: Pick<ScaleChartProps, 'steps'>): VNode {
  const id = useId();
  const placed = placesOf(steps.map(({ share }) => share ?? 0));
  return (
    <>
      <svg class="chart-track" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
        <Hatch id={id} look="against" />
        {placed.map(({ from, width, side }, index) => (
          <rect
            key={index}
            {...(side < 0 ? { fill: `url(#${id})`, class: 'part' } : { class: `part ${lookOf(side)}` })}
            x={percent(from)}
            width={percent(width)}
            height={HEIGHT}
            opacity={side === -1 ? 0.65 : undefined}
          />
        ))}
        <line class="chart-middle" x1="50%" x2="50%" y1="0" y2={HEIGHT} />
      </svg>
      <ol class="scale-steps">
        {steps.map(({ label, value }) => (
          <li key={label}>
            <span class="chart-label">{label}</span> <span class="chart-value">{value}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function OwnBars({ steps }: Pick<ScaleChartProps, 'steps'>): VNode {
  const id = useId();
  return (
    <>
      {steps.map(({ label, value, share }, index) => (
        <div key={label} class="chart-row">
          <span class="chart-label">{label}</span>
          <span class="chart-value">{value}</span>
          <svg class="chart-track" width="100%" height="14" aria-hidden="true" focusable="false">
            <Hatch id={`${id}-${String(index)}`} look="hidden" />
            <rect class="chart-ground" width="100%" height="14" />
            {share === null ? (
              <rect fill={`url(#${id}-${String(index)})`} width="100%" height="14" />
            ) : (
              <rect class="chart-bar" width={percent(share)} height="14" />
            )}
          </svg>
        </div>
      ))}
    </>
  );
}

const HEIGHT = 28;

/** Where a step stands; `side` from −2 (the one end) over 0 (the middle) to 2 (the other). */
interface Placed {
  from: number;
  width: number;
  side: number;
}

/** The middle of the scale on the middle of the drawing; the wider side fills its half. */
export function placesOf(shares: readonly number[]): Placed[] {
  const middle = (shares.length - 1) / 2;
  const below = sum(shares.filter((_share, index) => index < middle)) + (halfOf(shares, middle) ?? 0);
  const all = sum(shares);
  const half = Math.max(below, all - below);
  const unit = half === 0 ? 0 : 0.5 / half;
  let from = 0.5 - below * unit;
  return shares.map((share, index) => {
    const place = { from, width: share * unit, side: sideOf(index, middle) };
    from += place.width;
    return place;
  });
}

const sum = (shares: readonly number[]): number => shares.reduce((total, share) => total + share, 0);

const halfOf = (shares: readonly number[], middle: number): number | undefined =>
  Number.isInteger(middle) ? (shares[middle] ?? 0) / 2 : undefined;

function sideOf(index: number, middle: number): number {
  const away = (index - middle) / Math.max(middle, 1);
  if (away === 0) return 0;
  return (Math.abs(away) > 0.5 ? 2 : 1) * Math.sign(away);
}

const lookOf = (side: number): string => (side === 0 ? 'part-soft' : `step-${String(side * 2 + 1)}`);
