import type { ComponentChildren, VNode } from 'preact';
import { EmptyState, StaffPage } from '../kit/index.ts';
import type { MenuEntry } from './menu.ts';
import type { StaffContext } from './route.ts';
import { STAFF } from './texts.ts';

/** Where a person lands: what their role can do. */
export function OverviewPage({
  ctx,
  menu,
  more,
}: {
  ctx: StaffContext;
  menu: readonly MenuEntry[];
  /** What the capabilities say here. */
  more?: ComponentChildren;
}): VNode {
  const { overview } = STAFF[ctx.frame.lang];
  return (
    <StaffPage {...ctx.frame} title={overview.title} lead={overview.lead(ctx.person.name)}>
      {menu.length === 0 ? (
        <EmptyState title={overview.emptyTitle}>
          <p>{overview.empty}</p>
        </EmptyState>
      ) : (
        <ul class="cards">
          {menu.map(({ href, label, about }) => (
            <li key={href}>
              <h2>
                <a href={href}>{label}</a>
              </h2>
              {about === undefined ? null : <p>{about}</p>}
            </li>
          ))}
        </ul>
      )}
      {more}
    </StaffPage>
  );
}
