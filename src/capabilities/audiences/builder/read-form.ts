import { FIELDS, type Field, VALUE } from '../model/audience.ts';
import type { GroupDraft, PartDraft } from './draft.ts';
import type { Path, Step } from './steps.ts';

type Form = Readonly<Record<string, string>>;

/** The button that was pressed. */
export const STEP_FIELD = 'faire';
/** Shows the form again as it is, with its count. */
export const COUNT_STEP = 'compter';
export const YES = 'oui';

/** The name a part's fields begin with: `p` is the whole, `p-0-2` the third part of its first group. */
export const pathName = (path: Path): string => ['p', ...path].join('-');

/** Fields of a part; a value stands in the name, so that each is a field of its own. */
export const partField = {
  /** `all`, `any`, `not_all` or `not_any`. */
  join: (path: Path): string => `${pathName(path)}.join`,
  not: (path: Path): string => `${pathName(path)}.sauf`,
  field: (path: Path): string => `${pathName(path)}.sur`,
  value: (path: Path, value: string): string => `${pathName(path)}.v.${value}`,
  days: (path: Path): string => `${pathName(path)}.jours`,
  next: (path: Path): string => `${pathName(path)}.nouveau`,
};

const NAME = /^p(?:-\d{1,2}){0,5}\.(?:join|sauf|sur|jours|nouveau|v\.(?<value>.+))$/u;

/** Whether a field of a form is one of the builder's. */
export function isBuilderField(name: string): boolean {
  const found = NAME.exec(name);
  return found !== null && (found.groups?.['value'] === undefined || VALUE.test(found.groups['value']));
}

/** What was put together, as it was typed. A form without any of it means everybody. */
export const readDraft = (form: Form): GroupDraft => groupAt(form, []);

/** What a press of one of the builder's buttons asks for; `undefined`: none was pressed, or one that does nothing. */
export function readStep(form: Form): Step | undefined {
  const [what = '', name = ''] = (form[STEP_FIELD] ?? '').split(' ');
  if (!/^p(?:-\d{1,2}){0,5}$/u.test(name)) return undefined;
  const at = name.split('-').slice(1).map(Number);
  if (what === 'groupe') return { kind: 'group', at };
  if (what === 'retirer') return { kind: 'remove', at };
  const field = fieldIn(form[partField.next(at)]);
  return what === 'ajouter' && field !== undefined ? { kind: 'add', at, field } : undefined;
}

/** More parts in one group than the terms of the whole are not looked for. */
const MOST_PARTS = 100;

function groupAt(form: Form, path: Path): GroupDraft {
  const parts: PartDraft[] = [];
  for (let at = 0; at < MOST_PARTS; at += 1) {
    const part = partAt(form, [...path, at]);
    if (part === undefined) break;
    parts.push(part);
  }
  const joined = form[partField.join(path)] ?? '';
  return { join: joined.endsWith('any') ? 'any' : 'all', not: joined.startsWith('not_'), parts };
}

function partAt(form: Form, path: Path): PartDraft | undefined {
  if (path.length <= MOST_LEVELS && partField.join(path) in form) return groupAt(form, path);
  const field = fieldIn(form[partField.field(path)]);
  if (field === undefined) return undefined;
  return {
    field,
    not: isNot(form, path),
    values: field === 'active' ? daysAt(form, path) : valuesAt(form, path),
  };
}

/** As deep as a field's name goes. */
const MOST_LEVELS = 5;

function daysAt(form: Form, path: Path): string[] {
  const days = form[partField.days(path)] ?? '';
  return /^\d{1,4}$/u.test(days) ? [days] : [];
}

function valuesAt(form: Form, path: Path): string[] {
  const begins = partField.value(path, '');
  return Object.keys(form).flatMap((name) =>
    name.startsWith(begins) && form[name] === YES ? [name.slice(begins.length)] : [],
  );
}

const isNot = (form: Form, path: Path): boolean => form[partField.not(path)] === YES;

const fieldIn = (word: string | undefined): Field | undefined => FIELDS.find((field) => field === word);
