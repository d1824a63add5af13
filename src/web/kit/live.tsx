import type { ComponentChildren, VNode } from 'preact';

interface LiveProps {
  /** Unique in the page. */
  id: string;
  /** Address of the stream that says when there is more to see. */
  stream: string;
  /** The stream's mark, read before what is shown was: what changes in between is told of. */
  mark: string;
  /** The page's own address, with its query: the part is fetched from there again. */
  page: string;
  /** Ids of other parts of the page that are brought up to date with it. */
  also?: readonly string[];
  /** For the element itself: `log` for what grows at its end. */
  role?: 'log';
  label?: string;
  class?: string;
  children: ComponentChildren;
}

/**
 * A part of a page that is fetched again when its stream says so; needs `liveScripts` on the page. Nothing that somebody
 * types in may stand inside it: keep forms beside it.
 */
export function Live({
  id,
  stream,
  mark,
  page,
  also = [],
  role,
  label,
  children,
  ...more
}: LiveProps): VNode {
  return (
    <div
      id={id}
      class={more.class}
      role={role}
      aria-label={label}
      data-live={`${stream}?seen=${mark}`}
      hx-get={page}
      hx-trigger="news"
      hx-select={`#${id}`}
      hx-select-oob={also.length === 0 ? undefined : also.map((other) => `#${other}:outerMorph`).join(',')}
      hx-swap="outerMorph"
      hx-headers={`${LIVE_HEADER}:1`}
    >
      {children}
    </div>
  );
}

/** Marks what a page fetches by itself: it is answered with the page's parts alone, and nobody counts as being there. */
export const LIVE_HEADER = 'Benkan-Live';
