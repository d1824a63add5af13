import type { VNode } from 'preact';
import type { NavItem } from './staff-page.tsx';

/** Pages as cards: the name leads there, below it what it is for. */
export const LinkCards = ({
  entries,
}: {
  entries: readonly (NavItem & { about?: string | undefined })[];
}): VNode => (
  <ul class="cards">
    {entries.map(({ href, label, about }) => (
      <li key={href}>
        <h3>
          <a href={href}>{label}</a>
        </h3>
        {about === undefined ? null : <p>{about}</p>}
      </li>
    ))}
  </ul>
);
