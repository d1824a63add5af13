import type { PublicLang, Spoken } from './languages.ts';
import type { PublicRoute } from './route.ts';

export interface NavLink {
  href: string;
  label: Spoken;
}

/** The ways of the public site, in their order: every route that says it stands there. */
export function navOf(routes: readonly PublicRoute[]): (lang: PublicLang) => NavLink[] {
  const listed = routes
    .flatMap(({ path, nav }) => (nav === undefined ? [] : [{ path, ...nav }]))
    .sort((one, two) => one.order - two.order);
  return (lang) => listed.map((each) => ({ href: each.path, label: each[lang] }));
}
