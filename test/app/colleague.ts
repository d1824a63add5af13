import { createStaff, type StaffParts } from '../../src/web/staff/index.ts';
import { ask, codeAt, cookieFrom } from '../staff/site.ts';
import type { Installation } from './installation.ts';

/** A member of staff in front of the pages of a running house; the session outlives a restart. */
export interface Colleague {
  name: string;
  /** `name=value` of the session, for a browser. */
  cookie: string;
  /** A page, `/staff/…` left away. */
  page(path: string): Promise<string>;
  /** Sends a form that must be taken. @returns where it leads, `/staff/…` */
  sends(path: string, form?: Record<string, string>): Promise<string>;
}

let colleagues = 0;

/** Makes an account and signs it in, with password and code, over HTTP. */
export async function colleague(
  place: Installation,
  staff: StaffParts,
  role: string,
  name: string,
): Promise<Colleague> {
  colleagues += 1;
  const email = `c${colleagues}@example.org`;
  const { password, totpSecret } = await createStaff(staff, { email, role, org: ORG, name });
  const code = codeAt(totpSecret, staff.clock.now());
  const answer = await ask(place, '/staff/sign-in', { form: { email, password, code } });
  const cookie = cookieFrom(answer);
  if (cookie === undefined) throw new Error(`Signing in says ${answer.status}.`);
  return {
    name,
    cookie,
    async page(path) {
      const answer = await ask(place, `/staff${path}`, { cookie });
      if (answer.status !== 200) throw new Error(`GET ${path} says ${answer.status}.`);
      return answer.text();
    },
    async sends(path, form = {}) {
      const answer = await ask(place, `/staff${path}`, { cookie, form });
      if (answer.status !== 303)
        throw new Error(`POST ${path} says ${answer.status}: ${await answer.text()}`);
      return answer.headers.get('location') ?? '';
    },
  };
}

/** The organisation all of them belong to. */
export const ORG = 'benkan';

/** The value of a hidden field of a page. */
export function hidden(page: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)?.[1];
  if (value === undefined) throw new Error(`The page has no hidden field "${name}".`);
  return value;
}

/** What stands behind a term of a list of facts: `<dt>term</dt><dd>…</dd>`. */
export function fact(page: string, term: string): string {
  const value = new RegExp(`<dt>${term}</dt><dd>([^<]*)</dd>`, 'u').exec(page)?.[1];
  if (value === undefined) throw new Error(`The page tells nothing of "${term}".`);
  return value;
}
