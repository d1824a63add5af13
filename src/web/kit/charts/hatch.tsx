import type { VNode } from 'preact';

/** Stripes for what is hidden, or stands against something: seen in grey, on paper and by who sees no colours. */
export function Hatch({ id, look }: { id: string; look: 'hidden' | 'against' }): VNode {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class={`hatch-${look}`} width="6" height="6" />
        <line class={`hatch-line-${look}`} x1="0" y1="0" x2="0" y2="6" stroke-width="2.5" />
      </pattern>
    </defs>
  );
}
