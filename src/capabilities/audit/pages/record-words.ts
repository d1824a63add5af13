import type { Value } from '../../../engine/types.ts';
import type { StaffLang } from '../../../web/kit/index.ts';
import { ROLES, STAFF } from '../../../web/staff/index.ts';
import type { AuditRecord } from '../record.ts';
import { AUDIT } from './texts.ts';

/** Names of the organisation's accounts, by id. */
export type Names = ReadonlyMap<string, string>;

export function whenWords(lang: StaffLang): (at: AuditRecord['at']) => string {
  const moment = new Intl.DateTimeFormat(lang, {
    ...{ dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Africa/Bamako' },
  });
  return (at) => moment.format(at);
}

export const actorWords = ({ actor: { id, role } }: AuditRecord, names: Names, lang: StaffLang): string =>
  names.get(id) ?? (role === 'operator' ? AUDIT[lang].operator : id);

export const actionWords = ({ action }: AuditRecord, lang: StaffLang): string =>
  AUDIT[lang].actions[action] ?? action;

/** An account by its name, everything else by its id. */
export const subjectWords = ({ subject }: AuditRecord, names: Names): string =>
  names.get(subject.replace(/^staff\//, '')) ?? subject;

export const detailWords = ({ detail = {} }: AuditRecord, lang: StaffLang): string =>
  Object.entries(detail)
    .filter(([name]) => name !== 'look')
    .map(([name, value]) => `${AUDIT[lang].details[name] ?? name} ${valueWords(value, lang)}`)
    .join(', ');

/** What was found as the rows of a file, in the words of the page. */
export function auditRows(records: readonly AuditRecord[], names: Names, lang: StaffLang): string[][] {
  const texts = AUDIT[lang];
  const when = whenWords(lang);
  return [
    [texts.number, texts.when, texts.person, texts.action, texts.subject, texts.detail],
    ...records.map((record) => [
      String(record._id),
      when(record.at),
      actorWords(record, names, lang),
      actionWords(record, lang),
      subjectWords(record, names),
      detailWords(record, lang),
    ]),
  ];
}

function valueWords(value: Value, lang: StaffLang): string {
  if (typeof value === 'boolean') return value ? AUDIT[lang].yes : AUDIT[lang].no;
  const role = ROLES.find((known) => known === value);
  return role === undefined ? String(value) : STAFF[lang].roles[role];
}
