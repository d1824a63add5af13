import type { Instrument } from '../commit/worker.ts';

/** A place in the path of a turn: a call of a port, before it or after it, the nth time. `conversations.commit:before:2` */
export type Point = string;

/** The calls that are of interest; everything else on these objects only reads or keeps house. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  conversations: ['load', 'newPerson', 'commit', 'begin', 'done', 'takeOver'],
  broadcasts: ['move'],
  effect: ['apply'],
  channel: ['send'],
  dues: ['take', 'done'],
  'db.broadcast_recipients': ['insertMany', 'bulkWrite', 'updateOne', 'updateMany', 'aggregate'],
  'db.broadcast_runs': ['updateOne'],
  'db.broadcast_received': ['bulkWrite'],
  'db.due_dates': ['find', 'updateMany', 'deleteOne'],
  'db.conversations': ['bulkWrite', 'find', 'updateOne'],
  'db.people': ['insertMany', 'find'],
  'db.seen': ['insertMany', 'findOne'],
};

/** Wraps every port so that `passed` hears of each point as it is reached. */
export function instrumented(passed: (point: Point) => void): Instrument {
  const counts = new Map<string, number>();
  const pass = (place: string): void => {
    const n = (counts.get(place) ?? 0) + 1;
    counts.set(place, n);
    passed(`${place}:${n}`);
  };
  const wrap = <Port extends object>(name: string, real: Port): Port =>
    new Proxy(real, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property);
        if (name === 'db' && property === 'collection') {
          return (collection: string): object =>
            wrap(`db.${collection}`, (value as (name: string) => object).call(target, collection));
        }
        if (typeof value !== 'function') return value;
        if (typeof property !== 'string' || METHODS[name]?.includes(property) !== true)
          return value.bind(target) as unknown;
        return (...given: unknown[]): unknown => {
          pass(`${name}.${property}:before`);
          const result: unknown = Reflect.apply(value, target, given);
          if (!(result instanceof Promise)) return result;
          return result.then((done: unknown) => {
            pass(`${name}.${property}:after`);
            return done;
          });
        };
      },
    });
  return wrap;
}
