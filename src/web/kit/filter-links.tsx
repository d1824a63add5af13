import type { VNode } from 'preact';

export interface FilterLink {
  href: string;
  label: string;
  /** The list as it is looked at now. */
  here: boolean;
}

/** A few ways to look at a list, one at a time, by links. */
export const FilterLinks = ({ label, links }: { label: string; links: readonly FilterLink[] }): VNode => (
  <nav class="filter" aria-label={label}>
    <ul>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} aria-current={link.here ? 'true' : undefined}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
