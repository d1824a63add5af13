import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Hatch } from '../charts/hatch.tsx';
import { useLang } from '../language-context.ts';
import { inARow } from '../languages.ts';
import { stepOf } from '../step-of.ts';
import type { Area } from './areas.ts';
import { MapLegend, mostOf } from './map-legend.tsx';
import { UNITS, UNITS_HEIGHT, UNITS_WIDTH } from './units.ts';

interface UnitsMapProps {
  /** What is drawn; screen readers say it with all values in one go. */
  title: string;
  /** The nine historic units (`unitsOf`). */
  areas: readonly Area[];
}

/** The nine historic units where they lie. Bamako is a dot with its number beside it: drawn to scale nobody would see it. */
export function UnitsMap({ title, areas }: UnitsMapProps): VNode {
  const id = useId();
  const lang = useLang();
  const most = mostOf(areas);
  const words = areas.map(({ name, value }) => `${name}, ${value}`);
  const look = (slug: string): { class: string; fill?: string } => {
    const share = areas.find((area) => area.slug === slug)?.share ?? null;
    return share === null
      ? { class: 'unit', fill: `url(#${id})` }
      : { class: `unit step-${String(stepOf(share, most.share))}` };
  };
  return (
    <div class="map">
      <div role="img" aria-label={`${title} ${inARow(words, lang)}.`}>
        <svg
          class="units"
          viewBox={`0 0 ${String(UNITS_WIDTH)} ${String(UNITS_HEIGHT)}`}
          aria-hidden="true"
          focusable="false"
        >
          <Hatch id={id} look="hidden" />
          {UNITS.filter(({ slug }) => slug !== DOT).map(({ slug, d }) => (
            <path key={slug} d={d} {...look(slug)} />
          ))}
          {UNITS.filter(({ slug }) => slug === DOT).map(({ slug, middle: [x, y] }) => (
            <circle key={slug} cx={x} cy={y} r="10" {...look(slug)} />
          ))}
          {areas.map(({ slug }, index) => (
            <UnitNumber key={slug} slug={slug} number={index + 1} />
          ))}
        </svg>
        <ol class="units-names">
          {areas.map(({ slug, name, value }) => (
            <li key={slug}>
              {name} <strong>{value}</strong>
            </li>
          ))}
        </ol>
      </div>
      <MapLegend most={most.value} hidden={areas.some(({ share }) => share === null)} />
    </div>
  );
}

function UnitNumber({ slug, number }: { slug: string; number: number }): VNode | null {
  const unit = UNITS.find((one) => one.slug === slug);
  if (unit === undefined) return null;
  const [x, y] = unit.middle;
  return (
    <text class="unit-number" x={slug === DOT ? x - 22 : x} y={slug === DOT ? y + 14 : y + 7}>
      {number}
    </text>
  );
}

const DOT = 'bamako';
