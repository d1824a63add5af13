/** Where to go after signing in: a page of ours below `/staff`, or the overview. Anything else is somebody's bait. */
export function safeNext(wanted: string | undefined, publicUrl: string): string {
  const page = ownPage(wanted, publicUrl);
  // Pages about signing in would lead in circles.
  return /^\/staff\/(sign-|setup|confirm$)/.test(page) ? OVERVIEW : page;
}

/** The same, and pages about signing in too. */
export function ownPage(wanted: string | undefined, publicUrl: string): string {
  if (wanted === undefined || wanted.length > 500) return OVERVIEW;
  const base = new URL(publicUrl);
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined;
  if (url?.origin !== base.origin || !/^\/staff(\/|$)/.test(url.pathname)) return OVERVIEW;
  return `${url.pathname}${url.search}`;
}

const OVERVIEW = '/staff';
