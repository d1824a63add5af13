import type { Role } from './ports.ts';

/** Whose work ends at the borders of certain regions; everybody else's goes as far as their organisation's. */
export const isRegional = (role: Role): boolean => role === 'coordinator';

/** The regions a person works in, or `undefined` for all: a coordinator without any sees nothing, rather than everything. */
export const scopeOf = ({
  role,
  regions,
}: {
  role: Role;
  regions?: readonly string[];
}): readonly string[] | undefined => (isRegional(role) ? (regions ?? []) : undefined);

/**
 * Whether what is at a place is this person's business (T20).
 * @param place a region, or `region/cercle`; what has no place is in nobody's region
 */
export function inScope(
  { regions }: { regions?: readonly string[] },
  place: string | null | undefined,
): boolean {
  if (regions === undefined) return true;
  const [region = ''] = (place ?? '').split('/');
  return regions.includes(region);
}
