import { LRUCache } from 'lru-cache';
import type { PublicLang } from '../../../web/public/index.ts';
import { drawn, shareCard } from './card.ts';
import type { Carded } from './card-svg.ts';
import { type PlainCard, plainCardSvg } from './plain-card.ts';

/** The cards of items, each drawn once while it is asked for. */
export interface Cards {
  of(statement: Carded, lang: PublicLang, publicUrl: string): Promise<Buffer>;
}

/** Some 3 MB; what is not among the newest is drawn again. */
const MOST_KEPT = 100;

/** Draws one at a time: a card costs a fifth of a second, and talks must not wait for many. */
export function cards(draw: typeof shareCard = shareCard): Cards {
  const once = drawnOnce();
  return {
    of: (statement, lang, publicUrl) =>
      once(`${statement.number} ${String(statement.version)} ${statement.kind} ${lang}`, () =>
        draw(statement, lang, publicUrl),
      ),
  };
}

/** The cards of other pages, likewise. `key` changes with what is on it. */
export interface PlainCards {
  of(key: string, card: PlainCard): Promise<Buffer>;
}

export function plainCards(): PlainCards {
  const once = drawnOnce();
  return { of: (key, card) => once(key, () => drawn(plainCardSvg(card))) };
}

function drawnOnce(): (key: string, draw: () => Promise<Buffer>) => Promise<Buffer> {
  const kept = new LRUCache<string, Promise<Buffer>>({ max: MOST_KEPT });
  let before: Promise<unknown> = Promise.resolve();
  return (key, draw) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = before.then(draw);
    kept.set(key, made);
    before = made.catch(() => kept.delete(key));
    return made;
  };
}
