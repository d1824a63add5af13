import { isEmail, ROLES, type Role } from '../../../web/staff/index.ts';
import type { NewAccountForm } from './list-page.tsx';
import type { AccountTexts } from './texts.fr.ts';

type Read = { wanted: { email: string; name: string; role: Role } } | { refused: NewAccountForm };

/** No control or format characters: a name must not turn the words around it (bidi overrides) or hide. */
const NAME = /^[^\p{C}]{1,80}$/u;

/** Reads the form for a new account, or says field by field what to change. Any other field is not looked at. */
export function readNewAccount(form: Readonly<Record<string, string>>, texts: AccountTexts): Read {
  const email = (form['email'] ?? '').trim();
  const name = (form['name'] ?? '').trim().normalize('NFC');
  const role = readRole(form['role']);
  const errors = {
    ...(isEmail(email) ? {} : { email: texts.errors.bad_email }),
    ...(NAME.test(name) ? {} : { name: texts.errors.bad_name }),
    ...(role === undefined ? { role: texts.errors.bad_role } : {}),
  };
  if (role !== undefined && Object.keys(errors).length === 0) return { wanted: { email, name, role } };
  return { refused: { email: email.slice(0, 254), name: name.slice(0, 80), role: role ?? 'viewer', errors } };
}

export const readRole = (text: string | undefined): Role | undefined => ROLES.find((known) => known === text);
