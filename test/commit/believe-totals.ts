import type { Connection } from 'mongoose';
import type { Instrument } from './worker.ts';

/** The mutation: grouped writes always claim to have done everything, as if rule 3's check were taken out. */
export const believeTotals: Instrument = (name, real) =>
  name === 'db' ? (lying(real as unknown as Connection) as never) : real;

function lying(connection: Connection): Pick<Connection, 'collection'> {
  const collection = connection.collection('conversations');
  const liar = new Proxy(collection, {
    get(target, name) {
      if (name === 'bulkWrite') {
        return async (updates: never[]) => {
          const result = await target.bulkWrite(updates, { ordered: false }).catch(() => undefined);
          return {
            upsertedCount: result?.upsertedCount ?? 0,
            matchedCount: updates.length - (result?.upsertedCount ?? 0),
          };
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return {
    collection: ((name: string) =>
      name === 'conversations' ? liar : connection.collection(name)) as Connection['collection'],
  };
}
