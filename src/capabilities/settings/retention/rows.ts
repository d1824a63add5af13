import type { CollectionRule } from '../../../store/collections.ts';

/** One line of the table of retention, as staff read it. */
export interface RetentionRow {
  name: string;
  /** Deleted after so many days; absent: as long as its person wants. */
  days?: number;
  /** The reason in the code, in English. */
  reason: string;
  /** Deleted by an index of MongoDB, continually, or with its person: no job looks at it. */
  byItself?: true;
  lookedAt?: number;
  deletedAt?: number;
  deleted?: number;
}

interface Done {
  _id: string;
  at: number;
  deletedAt?: number;
  deleted?: number;
}

/** The table of retention of the whole house, by name, with what the job did last. */
export function retentionRows(
  rules: readonly CollectionRule[],
  own: readonly { name: string; days?: number; reason: string }[],
  done: readonly Done[],
): RetentionRow[] {
  const last = new Map(done.map((one) => [one._id, one]));
  const ruled = rules.map(({ name, retention }): RetentionRow => {
    const { at, deletedAt, deleted } = last.get(name) ?? {};
    if (retention.kind === 'with_person') return { name, reason: retention.reason, byItself: true };
    return {
      ...{ name, days: retention.days, reason: retention.reason },
      ...(at !== undefined && { lookedAt: at }),
      ...(deletedAt !== undefined && { deletedAt }),
      ...(deleted !== undefined && { deleted }),
    };
  });
  const others = own.map((one): RetentionRow => ({ ...one, byItself: true }));
  return [...ruled, ...others].sort((a, b) => (a.name < b.name ? -1 : 1));
}
