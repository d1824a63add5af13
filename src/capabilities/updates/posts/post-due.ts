import { z } from 'zod';
import type { Board } from '../../../conversation/board.ts';
import type { Chance } from '../../../domain/clock.ts';
import type { Due, DueAnswer, DueKind } from '../../../schedule/due-dates.ts';
import type { PublicItem } from '../public/public-item.ts';
import { nowSaid, type Post, saysAs } from './post.ts';
import { postText } from './post-text.ts';
import type { PostsStore } from './posts-store.ts';

export const POST = 'updates.post';

const SECOND_MS = 1000;
/** Later than this a move that was promised has not been made. */
const LATE_MS = 60_000;
/** Staff who had it posted yesterday do not expect it today. */
const TOO_LATE_MS = 24 * 3_600_000;
const TOKEN_BYTES = 12;
/** Between two tries to change a post: what may pass by itself, and what waits for a person. */
const PAUSES = {
  retry: { firstMs: 5 * SECOND_MS, longestMs: 600 * SECOND_MS },
  refused: { firstMs: 60 * SECOND_MS, longestMs: 3600 * SECOND_MS },
} as const;

export interface PostDueDeps {
  posts: PostsStore;
  board: () => Board | undefined;
  /** All that was said under a number. */
  item: (number: string) => Promise<PublicItem | undefined>;
  /** Leads to an item in a talk. */
  linkTo: (number: string) => string;
  chance: Chance;
}

/**
 * Brings the post of a number to what holds of it: posts it once it is ordered, and puts a correction or a withdrawal in
 * its place. A post is tried again only where nothing has left; a change until it is there.
 */
export const postDue = (deps: PostDueDeps): DueKind => ({
  kind: POST,
  async run({ params }, now) {
    const { number, since, awaits } = read.parse(params);
    const post = await deps.posts.find(number);
    const mayCome = now - since <= LATE_MS ? { again: now + SECOND_MS } : undefined;
    if (post === null) return awaits === 'order' ? mayCome : undefined;
    if (post.state === 'waiting') return send(deps, post, now);
    // It is held by nobody else: whoever began it has died or hangs.
    if (post.state === 'posting') await deps.posts.doubt(number);
    if (post.state !== 'posted') return undefined;
    const item = await deps.item(number);
    if (item === undefined) return undefined;
    if (saysAs(post.shows, nowSaid(item))) return awaits === 'move' ? mayCome : undefined;
    return amend(deps, post, item, now);
  },
});

/** What {@link postOf} set. */
const read = z.object({ number: z.string(), since: z.number(), awaits: z.enum(['order', 'move']) });

/** The due-date that looks at a post; setting it again moves it. @param awaits what was promised `since` */
export const postOf = (number: string, awaits: 'order' | 'move', since: number, at: number): Due => ({
  ...{ kind: POST, id: number, at },
  params: { number, since, awaits },
});

async function send({ posts, ...deps }: PostDueDeps, post: Post, now: number): Promise<DueAnswer> {
  const { number } = post;
  const attempt = deps.chance.token(TOKEN_BYTES);
  const [board, item] = [deps.board(), await deps.item(number)];
  const stands = obstacle(post, board, item, now);
  if (stands !== undefined || board === undefined || item === undefined)
    return posts.end(number, attempt, { state: 'failed', code: stands ?? 'no_board' });
  const text = postText(item, deps.linkTo(number), board.longest);
  const posted = await board.post(text, () => posts.begin(number, attempt, nowSaid(item)));
  switch (posted.kind) {
    case 'posted':
      return posts.end(number, attempt, { state: 'posted', place: posted.place });
    case 'unknown':
      return posts.end(number, attempt, { state: 'unknown', code: posted.code });
    case 'refused':
      return posts.end(number, attempt, { state: 'failed', code: posted.code });
    case 'retry':
      await posts.end(number, attempt, { state: 'waiting', code: posted.code });
      return { again: now + Math.max(posted.afterMs, SECOND_MS) };
  }
}

/** Why an order is not carried out any more. */
function obstacle(
  post: Post,
  board: Board | undefined,
  item: PublicItem | undefined,
  now: number,
): string | undefined {
  if (board === undefined) return 'no_board';
  if (board.name !== post.board) return 'board_changed';
  if (item === undefined || item.demo || item.withdrawn !== undefined) return 'not_published';
  return now - post.orderedAt > TOO_LATE_MS ? 'too_late' : undefined;
}

async function amend(deps: PostDueDeps, post: Post, item: PublicItem, now: number): Promise<DueAnswer> {
  const { posts } = deps;
  const { number, place = '', tries } = post;
  const board = deps.board();
  const edited =
    board === undefined
      ? ({ kind: 'refused', code: 'no_board' } as const)
      : await board.edit(place, postText(item, deps.linkTo(number), board.longest));
  if (edited.kind === 'edited') return posts.edited(number, nowSaid(item));
  if (edited.kind === 'gone') return posts.gone(number);
  await posts.notEdited(number, edited.code);
  const { firstMs, longestMs } = PAUSES[edited.kind];
  const pauseMs = Math.min(firstMs * 2 ** tries, longestMs);
  return { again: now + Math.max(pauseMs, edited.kind === 'retry' ? edited.afterMs : 0) };
}
