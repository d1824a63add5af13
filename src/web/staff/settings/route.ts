import { routesFor } from '../matrix.ts';
import { settingsOf } from '../menu.ts';
import { ROLES } from '../ports.ts';
import type { StaffPageRoute, StaffRoute } from '../route.ts';
import { SettingsPage } from './page.tsx';

/** The one page all settings are reached from: whatever route says `under`, as far as it opens for the role (W11). */
export const settingsRoute = (routes: readonly StaffRoute[]): StaffPageRoute => ({
  method: 'get',
  path: '/settings',
  roles: ROLES,
  render: (ctx) => {
    const { org, role } = ctx.person;
    return SettingsPage({ ctx, entries: settingsOf(routesFor(routes, org), role, ctx.frame.lang) });
  },
});
