import type { Connection } from 'mongoose';

/** A place where a process may die: before the database hears a command, or after it did and the answer is on its way. */
export type Point = `${string}:${'before' | 'after'}:${number}`;

/** The commands of due-dates that go to the server; a `find` goes with its `toArray`. */
const COMMANDS = new Set(['bulkWrite', 'updateOne', 'updateMany', 'deleteOne', 'toArray']);

/**
 * A connection as a process has it that dies at a point: from then on nothing it asks for is done and nothing is
 * answered, which is all that the database sees of a kill -9.
 * @param passed hears of each point; `true` kills
 */
export function mortal(connection: Connection, passed: (point: Point) => boolean): Connection {
  const counts = new Map<string, number>();
  let dead = false;
  const never = new Promise<never>(() => undefined);
  const pass = (place: string): boolean => {
    const n = (counts.get(place) ?? 0) + 1;
    counts.set(place, n);
    dead ||= passed(`${place}:${n}` as Point);
    return dead;
  };
  const wrap = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(real, name) {
        const value: unknown = Reflect.get(real, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]): unknown => {
          const command = typeof name === 'string' && COMMANDS.has(name);
          if (dead || (command && pass(`${name}:before`))) return never;
          const result: unknown = Reflect.apply(value, real, given);
          if (command)
            return (result as Promise<unknown>).then((answer) =>
              dead || pass(`${name}:after`) ? never : answer,
            );
          return isCursor(result) ? wrap(result) : result;
        };
      },
    });
  return new Proxy(connection, {
    get: (real, name) =>
      name === 'collection'
        ? (of: string) => wrap(real.collection(of))
        : (Reflect.get(real, name) as unknown),
  });
}

const isCursor = (result: unknown): result is object =>
  typeof result === 'object' && result !== null && 'toArray' in result;
