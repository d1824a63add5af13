import type { mongo } from 'mongoose';
import { daysAfter } from '../../../domain/clock.ts';
import type { Among, Audience, Field } from '../model/audience.ts';
import type { Scope } from '../ports.ts';
import type { StoredMember } from './stored-store.ts';

type Filter = mongo.Filter<StoredMember>;

/** An audience as the database searches for it. */
export function filterOf(of: Audience, today: string): Filter {
  if ('all' in of) return of.all.length === 0 ? {} : { $and: of.all.map((each) => filterOf(each, today)) };
  if ('any' in of) return of.any.length === 0 ? NOBODY : { $or: of.any.map((each) => filterOf(each, today)) };
  if ('not' in of) return { $nor: [filterOf(of.not, today)] };
  return term(of, today);
}

/**
 * The regions an audience lies within, as far as every one of its members must; `undefined`: it lies anywhere. The index
 * is read for these alone.
 */
export function regionsOf(of: Audience, { regions }: Scope): readonly string[] | undefined {
  const named = required(of);
  if (regions === undefined || named === undefined) return regions ?? named;
  return named.filter((region) => regions.includes(region));
}

function required(of: Audience): readonly string[] | undefined {
  if ('field' in of) return of.field === 'region' ? [...new Set(of.in)] : undefined;
  if (!('all' in of)) return undefined;
  return of.all
    .flatMap((each) => [required(each) ?? []].filter((regions) => regions.length > 0))
    .reduce<readonly string[] | undefined>(
      (both, each) => (both === undefined ? each : both.filter((region) => each.includes(region))),
      undefined,
    );
}

function term({ field, in: values }: Among, today: string): Filter {
  if (field === 'active') return { active: { $gte: daysAfter(today, -Math.max(...values.map(Number))) } };
  return { [STORED[field]]: { $in: [...values] } };
}

const STORED = {
  ...{ lang: 'lang', channel: 'channel', region: 'region', cercle: 'place', commune: 'place' },
  ...{ sex: 'sex', age: 'age', group: 'groups', theme: 'themes', answer: 'answers' },
} as const satisfies Record<Exclude<Field, 'active'>, keyof StoredMember>;

const NOBODY: Filter = { lang: { $in: [] } };
