import type { Statement } from '../log/ports.ts';
import type { PublicItem } from '../public/public-item.ts';

/**
 * `waiting`: nothing has left. `posting`: it is leaving; found so by whoever takes over, nobody knows. `unknown`: a person
 * looks whether it is there. `gone`: it was there, and somebody deleted it.
 */
export const POST_STATES = ['waiting', 'posting', 'posted', 'unknown', 'failed', 'gone'] as const;
export type PostState = (typeof POST_STATES)[number];

/** From which staff may have it posted again; out of `unknown` only by saying that it is not there. */
export const OPEN_AGAIN = ['failed', 'gone', 'unknown'] as const satisfies readonly PostState[];

/** Which of the things said under a number a post says. */
export interface Shows {
  version: number;
  kind: Statement['kind'];
}

/** The post of one number; versions share it, and each takes the place of the one before. */
export interface Post {
  /** `ML-2026-0042` */
  number: string;
  /** As it is called where the order was given. */
  board: string;
  state: PostState;
  /** What it says, or was to say when it left. */
  shows?: Shows;
  /** How the board knows it. */
  place?: string;
  /** Why it failed, waits, or says the version before. */
  code?: string;
  /** When the last order was given, milliseconds since 1970. */
  orderedAt: number;
  /** Changes that did not arrive, since the last that did. */
  tries: number;
}

export const saysAs = (one: Shows | undefined, other: Shows): boolean =>
  one?.version === other.version && one.kind === other.kind;

/** What holds of an item. */
export const nowSaid = ({ withdrawn, now }: PublicItem): Shows => {
  const { version, kind } = withdrawn ?? now;
  return { version, kind };
};

/** Whether something leaves or will. */
export const isUnderWay = (post: Pick<Post, 'state'> | null): boolean =>
  post?.state === 'waiting' || post?.state === 'posting';
