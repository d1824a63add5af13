import type { PublicLang } from '../../../../web/public/index.ts';
import type { LogEntry, PublicLog, Statement } from '../../log/ports.ts';
import { textsOf } from '../published-text.ts';
import { type CardHash, type CardHashes, cardId } from './card-hashes.ts';
import type { CardsStore } from './cards-store.ts';
import { type Hashes, hashesOf } from './hashes.ts';

export interface HashedCardsDeps {
  log: Pick<PublicLog, 'after'>;
  store: CardsStore;
  /** The card of a version, as everybody can fetch it. */
  draw: (statement: Statement, lang: PublicLang) => Promise<Buffer>;
  /** The picture of an item; `undefined` where it is gone. */
  pictureOf: (id: string) => Promise<Buffer | undefined>;
  /** It is to end. */
  stopping: () => boolean;
}

/** The look of everything that was published: of each version its card in each language, and its picture. */
export interface HashedCards extends CardHashes {
  /** Draws what was published since and is not known yet, one at a time. Of several processes each may do it. */
  follow(): Promise<void>;
}

const PAGE = 200;

export function hashedCards({ log, store, draw, pictureOf, stopping }: HashedCardsDeps): HashedCards {
  let known: Map<string, CardHash> | undefined;
  let last = 0;
  const ours = async (): Promise<Map<string, CardHash>> =>
    (known ??= new Map((await store.all()).map(({ id, ...card }) => [id, card])));

  async function keep(
    id: string,
    statement: Statement,
    look: () => Promise<Hashes | undefined>,
    kind: CardHash['kind'],
  ): Promise<void> {
    const cards = await ours();
    if (cards.has(id) || stopping()) return;
    const hashes = await look();
    if (hashes === undefined) return;
    const card = { ...hashes, number: statement.number, kind };
    await store.put(id, card, statement.at.slice(0, 10));
    cards.set(id, card);
  }
  async function take({ statement }: LogEntry): Promise<void> {
    if (statement.kind === 'withdrawn') return;
    for (const { lang } of textsOf(statement))
      if (lang === 'fr' || lang === 'bm')
        await keep(
          cardId(statement, lang),
          statement,
          async () => hashesOf(await draw(statement, lang)),
          'card',
        );
    const { image } = statement.content;
    if (image === undefined) return;
    const look = async (): Promise<Hashes | undefined> => {
      const bytes = await pictureOf(image.id);
      return bytes === undefined ? undefined : hashesOf(bytes);
    };
    await keep(cardId(statement, 'image'), statement, look, 'picture');
  }
  return {
    all: async () => [...(await ours()).values()],
    async follow() {
      for (;;) {
        const page = await log.after(last, PAGE);
        for (const entry of page) {
          if (stopping()) return;
          await take(entry);
          last = entry.seq;
        }
        if (page.length < PAGE) return;
      }
    },
  };
}
