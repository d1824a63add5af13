import { type NavItem, said, type StaffLang } from '../kit/index.ts';
import type { Role } from './ports.ts';
import type { StaffRoute } from './route.ts';

export interface MenuEntry extends NavItem {
  about?: string | undefined;
}

/** The pages a role is offered, in order. Derived from the route matrix: what is listed is what opens. */
export function menuOf(routes: readonly StaffRoute[], role: Role, lang: StaffLang): MenuEntry[] {
  return routes
    .flatMap((route) =>
      route.method === 'get' && route.nav && route.roles.includes(role) ? [{ ...route, nav: route.nav }] : [],
    )
    .sort((a, b) => a.nav.order - b.nav.order)
    .map(({ path, nav: { label, about } }) => ({
      href: `/staff${path}`,
      label: said(label, lang),
      about: about && said(about, lang),
    }));
}
