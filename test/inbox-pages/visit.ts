import { inboxRoutes } from '../../src/capabilities/inbox/pages/routes.tsx';
import { renderPage, type StaffLang } from '../../src/web/kit/index.ts';
import type { StaffAnswer, StaffContext, StaffRoute } from '../../src/web/staff/index.ts';
import { type MemoryInbox, NOW } from './memory-inbox.ts';

export interface Asked {
  form?: Record<string, string>;
  query?: string;
  role?: StaffContext['person']['role'];
  lang?: StaffLang;
  org?: string;
  /** What `ctx.reveal` does. */
  reveal?: () => Promise<void>;
}

export interface Visited {
  answer: StaffAnswer;
  html: string;
  status: number;
  /** Where it leads, if it is no page. */
  to: Extract<StaffAnswer, { kind: 'see_other' }> | undefined;
}

export type Visit = (method: 'get' | 'post', path: string, asked?: Asked) => Promise<Visited>;

/** Requests to the routes without a server: what the frame would hand over, and what comes back. */
export function visit({ parts }: MemoryInbox): Visit {
  const chance = { token: (bytes: number) => 'k'.repeat(bytes) };
  const routes = inboxRoutes({ parts, clock: { now: () => NOW }, chance, zone: 'Africa/Bamako' });
  return async (method, path, asked = {}) => {
    const { form = {}, query = '', role = 'organiser', lang = 'fr', org = 'benkan' } = asked;
    const { route, params } = routeAt(routes, method, path);
    const context = {
      person: { id: 'oumou', name: 'Oumou', role, org },
      ...{ params, query: new URLSearchParams(query), form },
      frame: { lang, nav: [], here: '', signOut: '/staff/sign-out', person: { name: 'Oumou', role } },
      audit: async () => undefined,
      reveal: asked.reveal ?? (async () => undefined),
      revealed: async () => false,
    } as unknown as StaffContext;
    const made = route.method === 'get' ? await route.render(context) : await route.act(context);
    const answer: StaffAnswer = 'kind' in made ? made : { kind: 'page', status: 200, page: made };
    return {
      answer,
      html: answer.kind === 'page' ? renderPage(answer.page, lang) : '',
      status: 'status' in answer ? answer.status : 303,
      to: answer.kind === 'see_other' ? answer : undefined,
    };
  };
}

function routeAt(
  routes: readonly StaffRoute[],
  method: string,
  path: string,
): { route: StaffRoute; params: Record<string, string> } {
  for (const route of routes) {
    const names: string[] = [];
    const pattern = route.path.replace(/:(\w+)/gu, (_all, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
    const match = route.method === method ? new RegExp(`^${pattern}$`, 'u').exec(path) : null;
    if (match !== null)
      return { route, params: Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? ''])) };
  }
  throw new Error(`no route ${method} ${path}`);
}
