import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { useLang, useWords } from '../language-context.ts';
import { inARow, labelled } from '../languages.ts';
import { Hatch } from './hatch.tsx';
import { Legend } from './legend.tsx';
import { partsOf, percent } from './parts-of.ts';
import { CHARTS } from './texts.ts';

export interface Part {
  label: string;
  /** Answered without taking a position: drawn apart from the shades of the others. */
  soft?: boolean;
}

export interface StackShare {
  /** 0 to 1; `null` is hidden. */
  share: number | null;
  /** In words: `41 %`, `< 5`. */
  value: string;
  /** Between which shares the truth lies, where that is known. */
  interval?: { low: number; high: number; words: readonly [string, string] };
}

export interface Stack {
  label: string;
  /** Of how many, in words. */
  base?: string;
  /** One a part, in the same order. */
  shares: readonly StackShare[];
}

interface StackedBarsProps {
  title: string;
  parts: readonly Part[];
  stacks: readonly Stack[];
}

/**
 * Bars that are parted, one below the other, all from 0 to 100 %. A whisker on the edge of a part is its interval. A
 * table with the same numbers must stand beside or behind it (`ChartBox`).
 */
export function StackedBars({ title, parts, stacks }: StackedBarsProps): VNode {
  const texts = useWords(CHARTS);
  const lang = useLang();
  const words = stacks.map(({ label, shares }) => {
    const each = shares.map(({ value, interval }, index) => {
      const between = interval === undefined ? '' : ` (${texts.interval(...interval.words)})`;
      return `${parts[index]?.label ?? ''} ${value}${between}`;
    });
    return `${labelled(label, lang)} ${each.join(', ')}`;
  });
  return (
    <div class="chart" role="img" aria-label={`${title} ${inARow(words, lang)}.`}>
      <Legend entries={parts.map(({ label }, index) => ({ label, look: lookOf(parts, index) }))} />
      {stacks.map((stack) => (
        <div key={stack.label} class="chart-row">
          <span class="chart-label">{stack.label}</span>
          <span class="chart-value">{stack.base}</span>
          <StackBar parts={parts} shares={stack.shares} />
        </div>
      ))}
    </div>
  );
}

function StackBar({ parts, shares }: { parts: readonly Part[]; shares: readonly StackShare[] }): VNode {
  const id = useId();
  const drawn = partsOf(shares.map(({ share }) => share));
  return (
    <svg class="chart-track" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      <Hatch id={id} look="hidden" />
      {drawn.map(({ part, from, width }) => (
        <rect
          key={part}
          {...(part === null ? { fill: `url(#${id})` } : { class: lookOf(parts, part) })}
          x={percent(from)}
          width={percent(width)}
          height={HEIGHT}
        />
      ))}
      {drawn.map(({ part, from, width }) =>
        part === null || width < ROOM_FOR_WORDS ? null : (
          <text key={part} class={inkOf(parts, part)} x={percent(from + width / 2)} y="16">
            {shares[part]?.value}
          </text>
        ),
      )}
      {drawn.map(({ part, from }) => {
        const interval = part === null ? undefined : shares[part]?.interval;
        return interval === undefined ? null : (
          <Whisker key={part} low={from + interval.low} high={from + interval.high} />
        );
      })}
    </svg>
  );
}

function Whisker({ low, high }: { low: number; high: number }): VNode {
  const [from, to] = [percent(Math.max(0, low)), percent(Math.min(1, high))];
  return (
    <g class="chart-whisker">
      <line x1={from} x2={to} y1={HEIGHT - 4} y2={HEIGHT - 4} />
      <line x1={from} x2={from} y1={HEIGHT - 7} y2={HEIGHT - 1} />
      <line x1={to} x2={to} y1={HEIGHT - 7} y2={HEIGHT - 1} />
    </g>
  );
}

const HEIGHT = 24;
/** Of the width of a phone: four characters and some air. */
const ROOM_FOR_WORDS = 0.14;
const SHADES = 5;

/** The first part is the darkest; parts without a position are grey. */
const shadeOf = (parts: readonly Part[], index: number): number => {
  const firm = parts.filter(({ soft }) => soft !== true).length;
  const rank = parts.slice(0, index).filter(({ soft }) => soft !== true).length;
  return firm < 2 ? SHADES : Math.round(SHADES - (rank * (SHADES - 1)) / (firm - 1));
};

const lookOf = (parts: readonly Part[], index: number): string =>
  parts[index]?.soft === true ? 'part part-soft' : `part step-${String(shadeOf(parts, index))}`;

const inkOf = (parts: readonly Part[], index: number): string =>
  parts[index]?.soft === true || shadeOf(parts, index) < 4 ? 'part-words part-words-low' : 'part-words';
