import type { VNode } from 'preact';
import { useWords } from '../language-context.ts';
import { STEPS } from '../step-of.ts';
import { MAPS } from './texts.ts';

/** What the shades of a map stand for. Screen readers hear each value instead. */
export function MapLegend({ most, hidden }: { most: string | undefined; hidden: boolean }): VNode {
  const texts = useWords(MAPS);
  return (
    <ul class="map-legend" aria-hidden="true">
      <li>
        <span class="map-swatch shade-0" />
        {texts.nobody}
      </li>
      {most === undefined ? null : (
        <li>
          {Array.from({ length: STEPS }, (_, index) => (
            <span key={index} class={`map-swatch shade-${String(index + 1)}`} />
          ))}
          {texts.upTo(most)}
        </li>
      )}
      {hidden ? (
        <li>
          <span class="map-swatch hatched" />
          {texts.hidden}
        </li>
      ) : null}
    </ul>
  );
}

/** The greatest value shown, in words. */
export function mostOf(areas: readonly { share: number | null; value: string }[]): {
  share: number;
  value?: string;
} {
  return areas.reduce<{ share: number; value?: string }>(
    (best, { share, value }) => (share !== null && share > best.share ? { share, value } : best),
    { share: 0 },
  );
}
