import type { Surveys } from '../../src/capabilities/surveys/index.ts';
import { renderPage, type StaffFrame } from '../../src/web/kit/index.ts';
import type { Role, StaffAnswer, StaffContext } from '../../src/web/staff/index.ts';

export interface Visit {
  status: number;
  body: string;
  answer: StaffAnswer | null;
}

/** Opens a staff page of the capability as the staff site would, without HTTP; 403 where the role may not. */
export async function visit(
  surveys: Surveys,
  url: string,
  role: Role = 'analyst',
  org = 'campagne',
  regions?: readonly string[],
): Promise<Visit> {
  const { pathname, searchParams } = new URL(url, 'http://staff.test');
  for (const route of surveys.staffRoutes) {
    const params = match(route.path, pathname);
    if (route.method !== 'get' || params === null) continue;
    if (!route.roles.includes(role)) return { status: 403, body: '', answer: null };
    const ctx: StaffContext = {
      person: { id: 's1', name: 'Awa', role, org, ...(regions !== undefined && { regions }) },
      params,
      query: searchParams,
      form: {},
      frame: frameAt(`/staff${pathname}`),
      audit: async () => undefined,
      reveal: async () => undefined,
      revealed: async () => false,
    };
    const answer = await route.render(ctx);
    if (!('kind' in answer)) return { status: 200, body: renderPage(answer), answer: null };
    if (answer.kind === 'page') return { status: answer.status, body: renderPage(answer.page), answer };
    return { status: 200, body: 'body' in answer ? String(answer.body) : '', answer };
  }
  return { status: 404, body: '', answer: null };
}

export const frameAt = (here: string): StaffFrame => ({
  lang: 'fr',
  nav: [{ href: '/staff/surveys', label: 'Sondages' }],
  here,
  signOut: '/staff/sign-out',
  person: { name: 'Awa', role: 'analyste' },
});

function match(pattern: string, pathname: string): Record<string, string> | null {
  const [names, parts] = [pattern.split('/'), pathname.split('/')];
  if (names.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = decodeURIComponent(parts[index] ?? '');
    if (name.startsWith(':')) params[name.slice(1)] = part;
    else if (name !== part) return null;
  }
  return params;
}
