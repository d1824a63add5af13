import type { WholeHouse } from '../api/whole-house.ts';

/** A public page as anybody may open it. */
export interface FoundPublic {
  /** Of the route that serves it. */
  route: string;
  path: string;
  html: string;
}

/** Of one kind of page, in one language. */
const MOST_OF_A_KIND = 2;
/** Links of one kind that are followed; a long list is not walked to its end. */
const MOST_TRIED = 12;

/**
 * Every page of every capability's public routes, found as a reader finds it: by links, from the news on.
 * @returns also which pages no link leads to, and what a link led to in vain
 */
export async function findPublicPages(
  house: WholeHouse,
  each = MOST_OF_A_KIND,
): Promise<{ pages: FoundPublic[]; lost: string[] }> {
  const routes = house.running.house.capabilities
    .flatMap(({ publicRoutes }) => publicRoutes ?? [])
    .filter(({ method }) => method === 'get')
    .map(({ path }) => path);
  const [found, tried] = [new Map<string, FoundPublic[]>(), new Map<string, number>()];
  const [seen, refused, files] = [new Set<string>(), [] as string[], new Set<string>()];
  const waiting = ['/updates'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routes.find((one) => patternOf(one).test(bare(path)));
    if (route === undefined || seen.has(path)) continue;
    seen.add(path);
    const kind = `${route} ${/[?&]lang=bm/u.test(path) ? 'bm' : 'fr'}`;
    if ((tried.get(kind) ?? 0) >= MOST_TRIED) continue;
    tried.set(kind, (tried.get(kind) ?? 0) + 1);
    const answer = await house.ask(path, { headers: { accept: 'text/html' } });
    if (answer.status !== 200) refused.push(`${path}: ${String(answer.status)}`);
    else if (answer.headers.get('content-type')?.startsWith('text/html') !== true) files.add(route);
    else {
      const html = await answer.text();
      found.set(kind, [...(found.get(kind) ?? []), { route, path, html }]);
      waiting.push(...linksIn(html));
    }
  }
  const pages = [...found.values()].flatMap((kept) =>
    kept.sort((one, two) => two.html.length - one.html.length).slice(0, each),
  );
  const reached = new Set([...pages.map(({ route }) => route), ...files]);
  const lost: string[] = [];
  for (const route of routes.filter((one) => !reached.has(one) && !one.includes(':')))
    if (await isPage(house, route)) lost.push(route);
  return { pages, lost: [...lost, ...refused] };
}

const isPage = async (house: WholeHouse, path: string): Promise<boolean> =>
  (await house.ask(path)).headers.get('content-type')?.startsWith('text/html') === true;

const bare = (path: string): string => path.replace(/[?#].*$/u, '');

const patternOf = (route: string): RegExp =>
  new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/:\w+/gu, '[^/]+')}$`, 'u');

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<(?:a|link|img|audio) [^>]*?(?:href|src)="(\/(?!staff|assets|media|\/)[^"#]*)/gu)].map(
    ([, href = '']) => href.replaceAll('&amp;', '&'),
  );
