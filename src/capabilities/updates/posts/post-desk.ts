import type { Board, BoardStanding } from '../../../conversation/board.ts';
import { type Chance, type Clock, dayOf } from '../../../domain/clock.ts';
import { within } from '../../../domain/within.ts';
import type { DueDates } from '../../../schedule/due-dates.ts';
import type { Actor } from '../desk.ts';
import { RULES } from '../model/lifecycle.ts';
import { numberWords, type Update } from '../model/update.ts';
import { refused } from '../moves.ts';
import { promised } from '../send/promised.ts';
import { OPEN_AGAIN, type Post } from './post.ts';
import { postOf } from './post-due.ts';
import type { PostsStore } from './posts-store.ts';

const TOKEN_BYTES = 12;
/** A page waits for it. */
const ASK_WITHIN_MS = 3000;

export interface PostDeskDeps {
  posts: PostsStore;
  board: () => Board | undefined;
  dues: Pick<DueDates, 'set'>;
  clock: Clock;
  chance: Chance;
}

/** Where staff decide what is posted on the board. */
export interface PostDesk {
  readonly board: () => Board | undefined;
  of(update: Pick<Update, 'number'>): Promise<Post | null>;
  /** Whether the board takes posts, as far as it answers while a page waits. */
  standing(board: Board): Promise<BoardStanding>;
  /**
   * Has an item posted. @param notThere the actor has looked: a post in doubt is not there
   * @throws Fault `role`, `no_board`, `wrong_state`, `example`, `posted_already`, `in_doubt` or `changed`
   */
  order(actor: Actor, update: Update, notThere: boolean): Promise<void>;
  /**
   * A post in doubt is there, behind this link.
   * @throws Fault `role`, `no_board`, `not_in_doubt`, `bad_link`, `not_ours` or `board_silent`
   */
  found(actor: Actor, update: Update, link: string): Promise<void>;
  /**
   * A post in doubt of an item that is withdrawn is not there, and nothing is posted.
   * @throws Fault `role`, `no_board`, `wrong_state` or `not_in_doubt`
   */
  notThere(actor: Actor, update: Update): Promise<void>;
}

export function postDesk({ posts, board, dues, clock, chance }: PostDeskDeps): PostDesk {
  const of: PostDesk['of'] = async ({ number }) =>
    number === undefined ? null : posts.find(numberWords(number));
  const here = ({ person }: Actor): Board => {
    if (!RULES.publish.roles.includes(person.role)) throw refused('role');
    const found = board();
    if (found === undefined) throw refused('no_board');
    return found;
  };
  return {
    board,
    of,
    standing: (asked) => within(asked.standing(), ASK_WITHIN_MS, () => 'no_answer' as const),

    async order(actor, update, notThere) {
      const { name } = here(actor);
      const { number, state, demo } = update;
      if (state !== 'published' || number === undefined) throw refused('wrong_state');
      if (demo) throw refused('example');
      const words = numberWords(number);
      const post = await posts.find(words);
      const from = OPEN_AGAIN.find((each) => each === post?.state);
      if (post !== null && from === undefined) throw refused('posted_already');
      if (from === 'unknown' && !notThere) throw refused('in_doubt');
      const now = clock.now();
      const order = {
        number: words,
        board: name,
        token: chance.token(TOKEN_BYTES),
        at: now,
        day: dayOf(now),
      };
      await actor.audit('updates.post_ordered', `update/${update.id}`, {
        number: words,
        from: from ?? 'new',
      });
      await promised(
        { dues, clock },
        (since, at) => postOf(words, 'order', since, at),
        async () => {
          const first = from === undefined;
          if (await (first ? posts.order(order) : posts.orderAgain(order, from))) return;
          // Whoever was faster is not to wait for our first look.
          await dues.set(postOf(words, 'order', now, now));
          await actor.audit('updates.not_changed', `update/${update.id}`);
          throw refused(first ? 'posted_already' : 'changed');
        },
      );
    },

    async found(actor, update, link) {
      const asked = here(actor);
      const post = await of(update);
      if (post?.state !== 'unknown') throw refused('not_in_doubt');
      const place = asked.placeIn(link);
      if (place === undefined) throw refused('bad_link');
      const isThere = await within(asked.isThere(place), ASK_WITHIN_MS, () => undefined);
      if (isThere === undefined) throw refused('board_silent');
      if (!isThere) throw refused('not_ours');
      await actor.audit('updates.post_found', `update/${update.id}`, { number: post.number });
      await promised(
        { dues, clock },
        (since, at) => postOf(post.number, 'move', since, at),
        async () => {
          if (!(await posts.found(post.number, place))) throw refused('not_in_doubt');
        },
      );
    },

    async notThere(actor, update) {
      here(actor);
      if (update.state !== 'withdrawn') throw refused('wrong_state');
      const post = await of(update);
      if (post?.state !== 'unknown') throw refused('not_in_doubt');
      await actor.audit('updates.post_absent', `update/${update.id}`, { number: post.number });
      if (!(await posts.notThere(post.number))) throw refused('not_in_doubt');
    },
  };
}
