import { isEmail, isRegional, ROLES, type Role } from '../../../web/staff/index.ts';
import type { NewAccountForm } from './list-page.tsx';
import { readRegions } from './regions-field.tsx';
import type { AccountTexts } from './texts.fr.ts';

type Wanted = { email: string; name: string; role: Role; regions: readonly string[] };
type Read = { wanted: Wanted } | { refused: NewAccountForm };

/** No control or format characters: a name must not turn the words around it (bidi overrides) or hide. */
const NAME = /^[^\p{C}]{1,80}$/u;

/** Reads the form for a new account, or says field by field what to change. Any other field is not looked at. */
export function readNewAccount(form: Readonly<Record<string, string>>, texts: AccountTexts): Read {
  const email = (form['email'] ?? '').trim();
  const name = (form['name'] ?? '').trim().normalize('NFC');
  const role = readRole(form['role']);
  const regions = readRegions(form);
  const errors = {
    ...(isEmail(email) ? {} : { email: texts.errors.bad_email }),
    ...(NAME.test(name) ? {} : { name: texts.errors.bad_name }),
    ...(role === undefined ? { role: texts.errors.bad_role } : {}),
    ...(lacksRegion(role, regions) ? { regions: texts.errors.no_region } : {}),
  };
  if (role !== undefined && Object.keys(errors).length === 0)
    return { wanted: { email, name, role, regions } };
  const typed = { email: email.slice(0, 254), name: name.slice(0, 80), role: role ?? 'viewer', regions };
  return { refused: { ...typed, errors } };
}

export const readRole = (text: string | undefined): Role | undefined => ROLES.find((known) => known === text);

/** A coordinator without a region would see nothing, and nobody would know why. */
export const lacksRegion = (role: Role | undefined, regions: readonly string[]): boolean =>
  role !== undefined && isRegional(role) && regions.length === 0;
