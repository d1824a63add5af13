import type { VNode } from 'preact';
import { useLang } from '../language-context.ts';
import { inARow, labelled } from '../languages.ts';

export interface Line {
  label: string;
  /** One a place on the way, 0 to `most`; `null` is hidden or not there: the line has a gap. */
  points: readonly (number | null)[];
}

interface LineChartProps {
  title: string;
  /** Places on the way, in order: months, days. */
  places: readonly string[];
  lines: readonly Line[];
  /** The top of the drawing. */
  most: number;
  /** A point in words. */
  say: (point: number) => string;
  /** What stands for a point that is not shown. */
  gap: string;
}

/**
 * Lines over time, told apart by dashes and not by colour alone. The drawing is stretched to the page's width, its words
 * are not. A table with the same numbers must stand beside or behind it.
 */
export function LineChart({ title, places, lines, most, say, gap }: LineChartProps): VNode {
  const lang = useLang();
  const words = lines.map(({ label, points }) => {
    const each = places.map((place, index) => `${place} ${saidOf(points[index], say, gap)}`);
    return `${labelled(label, lang)} ${each.join(', ')}`;
  });
  return (
    <div class="chart" role="img" aria-label={`${title} ${inARow(words, lang)}.`}>
      <ul class="chart-legend" aria-hidden="true">
        {lines.map(({ label }, index) => (
          <li key={label}>
            <svg width="28" height="14" focusable="false">
              <line class={lookOf(index)} x1="1" x2="27" y1="7" y2="7" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <p class="line-most" aria-hidden="true">
        {say(most)}
      </p>
      <svg
        class="chart-track line-field"
        width="100%"
        height="160"
        viewBox={`0 0 ${String(WIDE)} ${String(HIGH)}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {[0, 0.5, 1].map((at) => (
          <line key={at} class="line-grid" x1="0" x2={WIDE} y1={at * HIGH} y2={at * HIGH} />
        ))}
        {lines.map((line, index) => (
          <Drawn key={line.label} line={line} look={lookOf(index)} most={most} places={places.length} />
        ))}
      </svg>
      <div class="line-ends" aria-hidden="true">
        <span>{places[0]}</span>
        <span>{places.length > 1 ? places.at(-1) : null}</span>
      </div>
    </div>
  );
}

/** Each unbroken run is a line, each point a dot, so that one between two gaps is seen too. */
function Drawn({
  line: { points },
  look,
  most,
  places,
}: {
  line: Line;
  look: string;
  most: number;
  places: number;
}): VNode {
  const at = (index: number): number => (places < 2 ? WIDE / 2 : (index / (places - 1)) * WIDE);
  const high = (point: number): number => HIGH - (most === 0 ? 0 : Math.min(point / most, 1)) * HIGH;
  const spots = points.map((point, index) => (point === null ? null : { x: at(index), y: high(point) }));
  return (
    <g class={look}>
      {runsOf(spots).map((run) => (
        <polyline
          key={run[0]?.x}
          points={run.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ')}
        />
      ))}
      {spots.map((spot, index) =>
        spot === null ? null : (
          <line key={index} class="line-dot" x1={spot.x} x2={spot.x} y1={spot.y} y2={spot.y} />
        ),
      )}
    </g>
  );
}

interface Spot {
  x: number;
  y: number;
}

function runsOf(spots: readonly (Spot | null)[]): Spot[][] {
  const runs: Spot[][] = [[]];
  for (const spot of spots) {
    if (spot === null) runs.push([]);
    else runs.at(-1)?.push(spot);
  }
  return runs.filter(({ length }) => length > 1);
}

const WIDE = 100;
const HIGH = 40;
/** More lines than this are not read, they are looked at. */
const LOOKS = 4;
const lookOf = (index: number): string => `line line-${String(index % LOOKS)}`;

const saidOf = (point: number | null | undefined, say: (point: number) => string, gap: string): string =>
  point === null || point === undefined ? gap : say(point);
