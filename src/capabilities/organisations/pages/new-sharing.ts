import { isEnd, sharedClass, type Terms } from '../agreement.ts';
import type { Organisation } from '../organisation.ts';
import type { ShareField, Typed } from './page.ts';
import type { OrganisationTexts } from './texts.fr.ts';

type Read = { wanted: Terms & { until: string } } | { refused: Typed<ShareField> };

interface Known {
  org: string;
  organisations: readonly Organisation[];
  today: string;
}

/** Reads the form that proposes sharing, or says field by field what to change. Any other field is not looked at. */
export function readSharing(
  form: Readonly<Record<string, string>>,
  { org, organisations, today }: Known,
  { errors: words }: OrganisationTexts,
): Read {
  const { direction, until = '' } = form;
  const other = organisations.find(({ id }) => id === form['other'] && id !== org)?.id;
  const records = sharedClass(form['records']);
  const ends = isEnd(until, today);
  if (other !== undefined && records !== undefined && ends) {
    if (direction === 'give') return { wanted: { owner: org, reader: other, records, until } };
    if (direction === 'take') return { wanted: { owner: other, reader: org, records, until } };
  }
  const errors = {
    ...(direction === 'give' || direction === 'take' ? {} : { direction: words.bad_direction }),
    ...(other === undefined ? { other: words.bad_other } : {}),
    ...(records === undefined ? { records: words.bad_records } : {}),
    ...(ends ? {} : { until: words.bad_until }),
  };
  return { refused: { values: form, errors } };
}
