import type { Profile } from '../../../domain/person.ts';

/** What holds over all channels of a person. */
export type Decided = Pick<Profile, 'consents' | 'stopped'>;

/** What holds for people who become one: only what each of them agreed to, and a "stop" of any. */
export function stricter(all: readonly Decided[]): Decided {
  const [first, ...rest] = all;
  if (first === undefined) return { consents: {}, stopped: false };
  const agreed = Object.entries(first.consents).flatMap(([purpose, version]) => {
    const others = rest.map(({ consents }) => consents[purpose]);
    return others.includes(undefined) ? [] : [[purpose, Math.min(version, ...others.map(Number))] as const];
  });
  return { consents: Object.fromEntries(agreed), stopped: all.some(({ stopped }) => stopped) };
}
