import { ROLES, type Role, type StaffRoute } from '../../../src/web/staff/index.ts';
import type { WholeHouse } from '../../api/whole-house.ts';
import { MARK } from './hostile-citizens.ts';

/** A page of the staff site as somebody may open it. */
export interface FoundPage {
  /** Of the matrix, below `/staff`. */
  route: string;
  path: string;
  role: Role;
  /** As the server sent it: what a browser without scripts has. */
  html: string;
}

export interface FoundSite {
  pages: readonly FoundPage[];
  /** What is served below a route and is no page: files, sounds, streams. */
  files: readonly { route: string; path: string; status: number }[];
  /** Routes nobody comes to by a link, or that answer a refusal where a link led. */
  lost: readonly string[];
}

interface Wanted {
  /** Pages of a route with parameters that are kept, the one with most to show first. */
  each: number;
  /** Links of one route that are tried; a long list is not walked through to its end. */
  tried: number;
}

/**
 * Every page of the matrix, with its parameters as the site's own links fill them: what a colleague adds is found by
 * itself, and what no page leads to is told.
 */
export async function findPages(house: WholeHouse, { each, tried }: Wanted): Promise<FoundSite> {
  const routes = [...OF_THE_FRAME, ...house.staffRoutes.filter(isPage).map(({ path }) => path)];
  const found = new Map<string, FoundPage[]>(routes.map((route) => [route, []]));
  const files: { route: string; path: string; status: number }[] = [];
  const refused: string[] = [];
  const seen = new Set<string>();
  const waiting = routes.filter((route) => !route.includes(':')).map((route) => `/staff${route}`);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeOf(path, routes);
    if (seen.has(path) || route === undefined) continue;
    const kept = found.get(route) ?? [];
    const places = new Set(kept.map((page) => bare(page.path)));
    const ways = kept.filter((page) => bare(page.path) === bare(path)).length;
    if (ways >= WAYS_TO_ASK || (!places.has(bare(path)) && places.size >= tried)) continue;
    seen.add(path);
    const role = roleFor(house, route);
    const { status, html } = await look(house, path, role);
    if (status >= 300 && status < 400) files.push({ route, path, status });
    else if (status >= 400) refused.push(`${path} as ${role}: ${String(status)}`);
    else if (html === undefined) {
      if (!files.some((file) => file.route === route)) files.push({ route, path, status });
    } else {
      kept.push({ route, path, role, html });
      waiting.push(...linksIn(html, path));
    }
  }
  const pages = [...found.values()].flatMap((kept) =>
    [...kept].sort((a, b) => worth(b) - worth(a)).slice(0, each),
  );
  const reached = new Set([...pages.map(({ route }) => route), ...files.map(({ route }) => route)]);
  return { pages, files, lost: [...routes.filter((route) => !reached.has(route)), ...refused] };
}

/** What hostile citizens wrote comes first, then what has most to show. */
const worth = ({ html }: FoundPage): number => html.length + (html.includes(MARK) ? 1e9 : 0);

/** Of one page with different questions in its address. */
const WAYS_TO_ASK = 2;

/** Pages that no capability lists. */
const OF_THE_FRAME = ['/', '/settings'];

const isPage = ({ method }: StaffRoute): boolean => method === 'get';

const bare = (path: string): string => path.replace(/[?#].*/u, '').replace(/\/$/u, '');

/** The row of the matrix that serves a path: as express does, the first that fits. */
function routeOf(path: string, routes: readonly string[]): string | undefined {
  const below = bare(path).replace(/^\/staff/u, '') || '/';
  return routes.find((route) =>
    new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/:\w+/gu, '[^/]+')}$`, 'u').test(below),
  );
}

/** An administrator where they may; else whoever may first. */
function roleFor({ staffRoutes }: WholeHouse, path: string): Role {
  const roles = staffRoutes.find((route) => route.method === 'get' && route.path === path)?.roles ?? ROLES;
  return roles.includes('admin') ? 'admin' : (roles[0] ?? 'admin');
}

async function look(
  house: WholeHouse,
  path: string,
  role: Role,
): Promise<{ status: number; html: string | undefined }> {
  const patience = new AbortController();
  const answer = await house.ask(path, {
    cookie: house.cookies[role],
    headers: { accept: 'text/html' },
    signal: patience.signal,
  });
  const { status } = answer;
  if (answer.headers.get('content-type')?.startsWith('text/html') === true)
    return { status, html: await answer.text() };
  // A stream never ends by itself.
  patience.abort();
  return { status, html: undefined };
}

/** What a press leads to, what plays or is drawn within the page, and the streams it listens to. */
const linksIn = (html: string, path: string): string[] =>
  WAYS.flatMap((way) => [...html.matchAll(way)]).map(([, href = '']) => {
    const said = href.replaceAll('&amp;', '&');
    return said.startsWith('?') ? bare(path) + said : said;
  });

const WAYS = [
  /<a [^>]*?href="((?:\/staff|\?)[^"]*)"/gu,
  /<form [^>]*?method="get" action="(\/staff[^"]*)"/gu,
  /<(?:audio|img|source) [^>]*?src="(\/staff[^"]*)"/gu,
  /data-live="(\/staff[^"]*)"/gu,
];
