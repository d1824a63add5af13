import { type NavItem, said, type StaffLang } from '../kit/index.ts';
import type { Role } from './ports.ts';
import type { SettingsPart, StaffRoute } from './route.ts';
import { SETTINGS } from './settings/texts.ts';

export interface MenuEntry extends NavItem {
  about?: string | undefined;
}

export interface SettingsEntry extends MenuEntry {
  under: SettingsPart;
}

/** Where the settings stand among the pages: behind all that is daily work. */
const SETTINGS_ORDER = 90;

/** The pages a role is offered, in order. Derived from the route matrix: what is listed is what opens. */
export function menuOf(routes: readonly StaffRoute[], role: Role, lang: StaffLang): MenuEntry[] {
  const pages = listedFor(routes, role)
    .filter(({ nav }) => nav.under === undefined)
    .map(({ path, nav }) => ({ order: nav.order, entry: entryOf(path, nav, lang) }));
  const { menu, about } = SETTINGS[lang];
  const settings = { order: SETTINGS_ORDER, entry: { href: '/staff/settings', label: menu, about } };
  const all = settingsOf(routes, role, lang).length === 0 ? pages : [...pages, settings];
  return all.sort((a, b) => a.order - b.order).map(({ entry }) => entry);
}

/** The settings a role is offered, in order; they stand on one page and not in the menu. */
export const settingsOf = (routes: readonly StaffRoute[], role: Role, lang: StaffLang): SettingsEntry[] =>
  listedFor(routes, role)
    .sort((a, b) => a.nav.order - b.nav.order)
    .flatMap(({ path, nav }) =>
      nav.under === undefined ? [] : [{ under: nav.under, ...entryOf(path, nav, lang) }],
    );

type Nav = NonNullable<Extract<StaffRoute, { method: 'get' }>['nav']>;

const listedFor = (routes: readonly StaffRoute[], role: Role): { path: string; nav: Nav }[] =>
  routes.flatMap((route) =>
    route.method === 'get' && route.nav && route.roles.includes(role)
      ? [{ path: route.path, nav: route.nav }]
      : [],
  );

const entryOf = (path: string, { label, about }: Nav, lang: StaffLang): MenuEntry => ({
  href: `/staff${path}`,
  label: said(label, lang),
  about: about && said(about, lang),
});
