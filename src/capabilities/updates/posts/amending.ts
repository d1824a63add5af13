import { numberWords } from '../model/update.ts';
import { type Deed, promised } from '../send/promised.ts';
import type { PostDeskDeps } from './post-desk.ts';
import { postOf } from './post-due.ts';

type Deps = Pick<PostDeskDeps, 'posts' | 'board' | 'dues' | 'clock'>;

/** A move after which the post of the item's number, where there is one or may be one, says something else. */
export const amending =
  (deps: Deps, deed: Deed): Deed =>
  async (actor, item, act) => {
    const number = item.number ?? item.corrects?.number;
    if (number === undefined) return deed(actor, item, act);
    const words = numberWords(number);
    const concerned = deps.board() !== undefined || (await deps.posts.find(words)) !== null;
    return concerned
      ? promised(
          deps,
          (since, at) => postOf(words, 'move', since, at),
          () => deed(actor, item, act),
        )
      : deed(actor, item, act);
  };
