import {
  isOrganisationName,
  type Organisation,
  ORGANISATION_KINDS,
  organisationId,
} from '../organisation.ts';
import type { NewField, Typed } from './page.ts';
import type { OrganisationTexts } from './texts.fr.ts';

type Read = { wanted: Organisation } | { refused: Typed<NewField> };

/** Reads the form for a new organisation, or says field by field what to change. Any other field is not looked at. */
export function readOrganisation(
  form: Readonly<Record<string, string>>,
  { errors: words }: OrganisationTexts,
): Read {
  const name = (form['name'] ?? '').trim().normalize('NFC');
  const kind = ORGANISATION_KINDS.find((known) => known === form['kind']);
  // A name without a single letter of ours gives no word to keep it under.
  const named = isOrganisationName(name) && organisationId(name).length > 1;
  if (named && kind !== undefined) return { wanted: { id: organisationId(name), name, kind } };
  const errors = {
    ...(named ? {} : { name: words.bad_name }),
    ...(kind === undefined ? { kind: words.bad_kind } : {}),
  };
  return { refused: { values: form, errors } };
}
