import type { Told } from '../../../../domain/how.ts';
import type { Option } from '../../../types.ts';

type Read<T> = (text: string, told?: Told) => T;

/**
 * Digits count the choices offered, so each set of them has its own matcher, made once: making one takes about as long as
 * thirty turns, and many people are offered the same.
 * @param named what tells one set of choices from another
 */
export function matchers<T, O extends Option>(
  make: (options: readonly O[]) => Read<T>,
  named: (option: O) => string,
): (options: readonly O[]) => Read<T> {
  // Conditions rarely give more than a handful of sets; of lists the newest are the ones people see.
  const LIMIT = 16;
  const made = new Map<string, Read<T>>();
  return (options) => {
    const set = options.map(named).join('\n');
    const known = made.get(set);
    if (known) return known;
    const fresh = make(options);
    const [oldest] = made.keys();
    if (made.size >= LIMIT && oldest !== undefined) made.delete(oldest);
    made.set(set, fresh);
    return fresh;
  };
}

/** An author's keys have one label each; */
export const byKey = ({ key }: Option): string => key;
/** a list's may have another tomorrow. */
export const byLabels = ({ key, labels }: Option): string => `${key} ${labels.join(' ')}`;
