import { LRUCache } from 'lru-cache';
import type { PublicLang } from '../../../web/public/index.ts';
import { shareCard } from './card.ts';
import type { Carded } from './card-svg.ts';

/** The cards of items, each drawn once while it is asked for. */
export interface Cards {
  of(statement: Carded, lang: PublicLang, publicUrl: string): Promise<Buffer>;
}

/** Some 3 MB; what is not among the newest is drawn again. */
const MOST_KEPT = 100;

/** Draws one at a time: a card costs a fifth of a second, and talks must not wait for many. */
export function cards(draw: typeof shareCard = shareCard): Cards {
  const kept = new LRUCache<string, Promise<Buffer>>({ max: MOST_KEPT });
  let before: Promise<unknown> = Promise.resolve();
  return {
    of(statement, lang, publicUrl) {
      const key = `${statement.number} ${String(statement.version)} ${statement.kind} ${lang}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const drawn = before.then(() => draw(statement, lang, publicUrl));
      kept.set(key, drawn);
      before = drawn.catch(() => kept.delete(key));
      return drawn;
    },
  };
}
