import type { PublicLog } from '../log/ports.ts';
import { shingles } from './fingerprints.ts';
import { Postings } from './postings.ts';
import { type Print, printOf } from './prints/print.ts';
import type { PrintsStore } from './prints/prints-store.ts';
import type { Word } from './words.ts';

/** Entries read at a time: between two pages, some tenth of a second, talks are served. */
const PAGE = 50;
/** Of those whose words were read before. */
const PAGE_OF_PRINTS = 500;

/** Where to look for what a claim may be a copy of. It holds fingerprints and numbers, and no text. */
export interface PublishedIndex {
  /** Brings in what was published since; at once where there is nothing. */
  follow(): Promise<void>;
  /** The numbers whose texts share the most with these words, the likeliest first. */
  likely(words: readonly Word[], most: number): string[];
  /** Names under which anything was published, the latest first. */
  publishers(): readonly string[];
  /** Years in which anything was published, the latest first. */
  years(): readonly number[];
}

/**
 * Follows the log of what is published, and that of the demonstration.
 * @param prints where what its words come down to is kept, so that the next start need not read them all again
 */
export function publishedIndex(log: Pick<PublicLog, 'after'>, prints: PrintsStore = NOWHERE): PublishedIndex {
  const postings = new Postings();
  const numbers: string[] = [];
  const names = new Map<string, string>();
  const years = new Set<number>();
  const seen = { real: 0, demo: 0 };
  let following: Promise<void> | undefined;

  const take = ({ number, publisher, texts }: Print): void => {
    names.delete(publisher.id);
    names.set(publisher.id, publisher.name);
    years.add(Number(number.slice(3, 7)));
    for (const text of texts) numbers[postings.add(text)] = number;
  };
  const recall = async (): Promise<void> => {
    if (seen.real > 0) return;
    const all: Print[] = [];
    for (;;) {
      const page = await prints.after(all.length, PAGE_OF_PRINTS);
      all.push(...page);
      if (page.length < PAGE_OF_PRINTS) break;
    }
    const last = all.at(-1);
    if (last === undefined) return;
    // Each hash holds all that came before: where the last is of this log, so are the others.
    const [entry] = await log.after(last.seq - 1, 1);
    if (entry?.hash !== last.hash) return;
    all.forEach(take);
    seen.real = last.seq;
  };
  const catchUp = async (which: keyof typeof seen): Promise<void> => {
    for (;;) {
      const page = await log.after(seen[which], PAGE, which === 'demo');
      const last = page.at(-1);
      if (last === undefined) return;
      const made = page.map(printOf);
      made.forEach(take);
      seen[which] = last.seq;
      // One that is not kept is made again at the next start.
      if (which === 'real') await prints.put(made).catch(() => undefined);
      if (page.length < PAGE) return;
    }
  };
  return {
    follow() {
      following ??= recall()
        .then(() => catchUp('real'))
        .then(() => catchUp('demo'))
        .finally(() => {
          following = undefined;
        });
      return following;
    },
    likely(words, most) {
      // Several versions and languages of one number are one answer.
      const texts = postings.likely(shingles(words), most * TEXTS_A_NUMBER);
      const found = texts.flatMap((text) => numbers[text] ?? []);
      return [...new Set(found)].slice(0, most);
    },
    publishers: () => [...names.values()].reverse(),
    years: () => [...years].sort((one, other) => other - one),
  };
}

const TEXTS_A_NUMBER = 4;

/** For whoever asks once. */
const NOWHERE: PrintsStore = { after: async () => [], put: async () => undefined };
