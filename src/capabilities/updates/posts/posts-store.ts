import type { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { POSTS } from './collections.ts';
import { OPEN_AGAIN, type Post, type PostState, type Shows } from './post.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** A change that did not arrive so often waits for a person; fewer pass by themselves. */
const STUCK_AFTER = 2;
/** More than anybody looks after at once. */
const MOST_TROUBLED = 100;
/** A person has looked. */
const NOT_THERE = 'not_there';
/** A person waits in front of a page. */
const PATIENCE_MS = 3000;

/** An order of staff; `token` is random, and tells a repetition from somebody else's. */
export interface PostOrder {
  number: string;
  board: string;
  token: string;
  at: number;
  day: string;
}

/** What an attempt came to. `waiting`: nothing left. */
export type PostEnd =
  | { state: 'posted'; place: string }
  | { state: 'unknown' | 'failed' | 'waiting'; code: string };

/** Every change expects the state it comes from: of two at once one is made, and the other learns that it was not. */
export interface PostsStore {
  find(number: string): Promise<Post | null>;
  /** `false`: there is one already. */
  order(order: PostOrder): Promise<boolean>;
  /** `false`: it does not stand there any more. */
  orderAgain(order: PostOrder, from: (typeof OPEN_AGAIN)[number]): Promise<boolean>;
  /** At the last moment before the words leave. `false`: it is not waiting any more. @param attempt random */
  begin(number: string, attempt: string, shows: Shows): Promise<boolean>;
  /** Of an attempt; what is known counts more than a doubt, and a person's decision more than both. */
  end(number: string, attempt: string, end: PostEnd): Promise<void>;
  /** Whoever was posting it is gone. */
  doubt(number: string): Promise<void>;
  /** It is there, says a person. `false`: nobody asked any more. */
  found(number: string, place: string): Promise<boolean>;
  edited(number: string, shows: Shows): Promise<void>;
  /** It says the version before still, and why. */
  notEdited(number: string, code: string): Promise<void>;
  gone(number: string): Promise<void>;
  /** It is not there, says a person, and is not posted again. `false`: nobody asked any more. */
  notThere(number: string): Promise<boolean>;
  /**
   * Numbers a person has to look after: the board says of them what no longer holds (`behind`); nobody knows what it says,
   * or an order since then came to nothing (`toSee`).
   */
  troubled(since: number): Promise<{ behind: string[]; toSee: string[] }>;
}

interface Doc extends Omit<Post, 'number'> {
  _id: string;
  order: string;
  attempt?: string;
  /** Of the first order, for the retention rule. */
  day: string;
}

export function postsStore(db: mongo.Db): PostsStore {
  const posts = db.collection<Doc>(POSTS);
  /** A write whose answer was lost is known again by what it left. */
  const change = (
    filter: mongo.Filter<Doc>,
    update: mongo.UpdateFilter<Doc>,
    mine?: mongo.Filter<Doc>,
  ): Promise<boolean> =>
    untilDurable(async (again) => {
      if ((await posts.updateOne(filter, update, DURABLE)).matchedCount === 1) return true;
      return again && mine !== undefined && (await posts.countDocuments(mine)) === 1;
    }, PATIENCE_MS);
  const from = (number: string, ...states: PostState[]): mongo.Filter<Doc> => ({
    _id: number,
    state: { $in: states },
  });
  return {
    find: (number) =>
      untilDurable(async () => {
        const found = await posts.findOne({ _id: number }, { projection: { order: 0, attempt: 0, day: 0 } });
        return found === null ? null : read(found);
      }, PATIENCE_MS),

    order: ({ number: _id, board, token: order, at, day }) =>
      untilDurable(async (again) => {
        try {
          await posts.insertOne(
            { _id, board, order, state: 'waiting', orderedAt: at, tries: 0, day },
            DURABLE,
          );
          return true;
        } catch (cause) {
          if (!isDuplicateKey(cause)) throw cause;
          return again && (await posts.countDocuments({ _id, order })) === 1;
        }
      }, PATIENCE_MS),

    orderAgain: ({ number, board, token: order, at }, state) =>
      change(
        from(number, state),
        {
          $set: { state: 'waiting', board, order, orderedAt: at, tries: 0 },
          $unset: { code: '', place: '', shows: '', attempt: '' },
        },
        { _id: number, order },
      ),

    begin: (number, attempt, shows) =>
      change(
        from(number, 'waiting'),
        { $set: { state: 'posting', attempt, shows }, $unset: { code: '' } },
        { _id: number, attempt },
      ),

    async end(number, attempt, end) {
      const begun = (...states: PostState[]): mongo.Filter<Doc> => ({ ...from(number, ...states), attempt });
      const notBegun = from(number, 'waiting');
      if (end.state === 'posted') {
        const { state, place } = end;
        await change(begun('posting', 'unknown'), { $set: { state, place, tries: 0 }, $unset: { code: '' } });
        return;
      }
      const { state, code } = end;
      const filter =
        state === 'unknown'
          ? begun('posting')
          : { $or: [notBegun, begun('posting', ...(state === 'failed' ? (['unknown'] as const) : []))] };
      await change(filter, { $set: { state, code } });
    },

    async doubt(number) {
      await change(from(number, 'posting'), { $set: { state: 'unknown', code: 'ended' } });
    },

    found: (number, place) =>
      change(
        from(number, 'unknown'),
        { $set: { state: 'posted', place, tries: 0 }, $unset: { code: '' } },
        { _id: number, state: 'posted', place },
      ),

    async edited(number, shows) {
      await change(from(number, 'posted'), { $set: { shows, tries: 0 }, $unset: { code: '' } });
    },

    async notEdited(number, code) {
      await change(from(number, 'posted'), { $set: { code }, $inc: { tries: 1 } });
    },

    async gone(number) {
      await change(from(number, 'posted'), { $set: { state: 'gone' }, $unset: { code: '', place: '' } });
    },

    notThere: (number) =>
      change(
        from(number, 'unknown'),
        { $set: { state: 'failed', code: NOT_THERE } },
        { _id: number, state: 'failed', code: NOT_THERE },
      ),

    troubled: (since) =>
      untilDurable(async () => {
        const inVain = { state: 'failed' as const, code: { $ne: NOT_THERE }, orderedAt: { $gte: since } };
        const [behind, toSee] = await Promise.all([
          numbersOf(posts, { state: 'posted', tries: { $gte: STUCK_AFTER } }),
          numbersOf(posts, { $or: [{ state: 'unknown' }, inVain] }),
        ]);
        return { behind, toSee };
      }, PATIENCE_MS),
  };
}

async function numbersOf(posts: mongo.Collection<Doc>, of: mongo.Filter<Doc>): Promise<string[]> {
  const found = await posts
    .find(of, { projection: { _id: 1 } })
    .limit(MOST_TROUBLED)
    .toArray();
  return found.map(({ _id }) => _id);
}

function read({ _id: number, ...post }: Omit<Doc, 'order' | 'day'>): Post {
  return { number, ...post };
}
