import type { SentCard, SentFile, SentStore } from './ports.ts';

/** Voices a page. */
const CARDS_A_PAGE = 25;

/** A file as staff meet it in a list. */
export interface Heard {
  card: SentCard;
  /** What somebody typed of it. */
  words: string | null;
}

export interface ListedPage {
  page: number;
  pages: number;
  total: number;
  files: Heard[];
}

/** What the staff of an organisation may hear and see. */
export interface SentReader {
  /** A page outside the list is moved to its nearest end. */
  listed(page: number): Promise<ListedPage>;
  /** `null`: there is no such file, or not any more. */
  find(id: string): Promise<Heard | null>;
  open(id: string): Promise<SentFile | null>;
  /** False: the voice is not there any more. */
  transcribe(id: string, words: string, by: { staff: string; day: string }): Promise<boolean>;
}

export function sentReader(store: SentStore): SentReader {
  const heard = async (card: SentCard): Promise<Heard> => ({ card, words: await store.words(card.id) });
  return {
    async listed(asked) {
      const { total } = await store.listed(0, 1);
      const pages = Math.max(1, Math.ceil(total / CARDS_A_PAGE));
      const page = Math.min(Math.max(1, asked), pages);
      const { cards } = await store.listed((page - 1) * CARDS_A_PAGE, CARDS_A_PAGE);
      return { page, pages, total, files: await Promise.all(cards.map(heard)) };
    },
    async find(id) {
      const card = await store.card(id);
      return card === null ? null : heard(card);
    },
    open: (id) => store.open(id),
    transcribe: (id, words, by) => store.transcribe(id, words, by),
  };
}

/** What another organisation's staff hear and see. */
export const NOTHING_SENT: SentReader = {
  listed: () => Promise.resolve({ page: 1, pages: 1, total: 0, files: [] }),
  find: () => Promise.resolve(null),
  open: () => Promise.resolve(null),
  transcribe: () => Promise.resolve(false),
};
