import { stringify } from 'yaml';
import { contentHash } from '../../../engine/content-hash.ts';

/** A line of YAML that is another now, its value as it would be written; without `was` it is new, without `is` gone. */
export interface FieldChange {
  field: string;
  was?: string;
  is?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** What two steps, or two heads of a file, say differently; in the order in which they are written. */
export function changedFields(was: Fields, is: Fields): FieldChange[] {
  const fields = [...new Set([...Object.keys(is), ...Object.keys(was)])];
  return fields
    .filter((field) => !same(was[field], is[field]))
    .map((field) => ({
      field,
      ...(was[field] === undefined ? {} : { was: inOneLine(was[field]) }),
      ...(is[field] === undefined ? {} : { is: inOneLine(is[field]) }),
    }));
}

export const same = (one: unknown, other: unknown): boolean =>
  one === undefined || other === undefined ? one === other : contentHash(one) === contentHash(other);

const inOneLine = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
