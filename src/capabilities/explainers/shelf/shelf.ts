import type { Clock } from '../../../domain/clock.ts';
import { type EntriesStore, madeOfSaid } from '../../approved/index.ts';
import { finderOf } from '../finding/find.ts';
import { type Explainer, explainerOf } from './explainer.ts';

/** All explainers citizens may read, and the finding of them; held in memory, read anew when something changed. */
export interface Shelf {
  /** Approved, and not past its day of review. */
  all(today: string): Promise<readonly Explainer[]>;
  byId(id: string, today: string): Promise<Explainer | undefined>;
  /** The best three at most for a question in somebody's own words. */
  find(question: string, today: string): Promise<readonly Explainer[]>;
}

interface Read {
  of: readonly Explainer[];
  day: string;
  byId: ReadonlyMap<string, Explainer>;
  find: ReturnType<typeof finderOf>;
}

export function shelf({ store, clock }: { store: EntriesStore; clock: Clock }): Shelf {
  const approved = madeOfSaid({ store, clock }, (said) => said.flatMap((entry) => explainerOf(entry) ?? []));
  let held: Read | undefined;
  const read = async (today: string): Promise<Read> => {
    const of = await approved();
    if (held?.of === of && held.day === today) return held;
    const fresh = of.filter(({ reviewBy }) => reviewBy >= today);
    const byId = new Map(fresh.map((each) => [each.id, each]));
    const find = finderOf(
      fresh.map(({ id, texts }) => ({ id, texts: Object.values(texts).flatMap((text) => text ?? []) })),
    );
    return (held = { of, day: today, byId, find });
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
