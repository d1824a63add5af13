import type { Clock } from '../../../domain/clock.ts';
import type { EntriesStore } from '../../approved/index.ts';
import { finderOf } from '../finding/find.ts';
import { type Explainer, explainerOf } from './explainer.ts';

/** So old what is read may be: a withdrawal is seen by everybody within two seconds. */
const FRESH_MS = 2000;

/** All explainers citizens may read, and the finding of them; held in memory, read anew when something changed. */
export interface Shelf {
  /** Approved, and not past its day of review. */
  all(today: string): Promise<readonly Explainer[]>;
  byId(id: string, today: string): Promise<Explainer | undefined>;
  /** The best three at most for a question in somebody's own words. */
  find(question: string, today: string): Promise<readonly Explainer[]>;
}

interface Read {
  stamp: string;
  at: number;
  day: string;
  byId: ReadonlyMap<string, Explainer>;
  find: ReturnType<typeof finderOf>;
}

export function shelf({ store, clock }: { store: EntriesStore; clock: Clock }): Shelf {
  let held: Read | undefined;
  const read = async (today: string): Promise<Read> => {
    const at = clock.now();
    if (held?.day === today && at >= held.at && at - held.at < FRESH_MS) return held;
    const stamp = await store.stamp();
    if (held?.day === today && held.stamp === stamp) return (held = { ...held, at });
    const said = await store.said();
    const fresh = said
      .flatMap((entry) => explainerOf(entry) ?? [])
      .filter(({ reviewBy }) => reviewBy >= today);
    const byId = new Map(fresh.map((each) => [each.id, each]));
    const find = finderOf(
      fresh.map(({ id, texts }) => ({ id, texts: Object.values(texts).flatMap((text) => text ?? []) })),
    );
    return (held = { stamp, at, day: today, byId, find });
  };
  return {
    all: async (today) => [...(await read(today)).byId.values()],
    byId: async (id, today) => (await read(today)).byId.get(id),
    async find(question, today) {
      const { byId, find } = await read(today);
      return find(question).flatMap(({ id }) => byId.get(id) ?? []);
    },
  };
}
