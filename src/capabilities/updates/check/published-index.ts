import type { LogEntry, PublicLog } from '../log/ports.ts';
import { kept, shingles } from './fingerprints.ts';
import { Postings } from './postings.ts';
import { textsOf } from './published-text.ts';
import type { Word } from './words.ts';

/** Entries read at a time: between two pages, some tenth of a second, talks are served. */
const PAGE = 50;

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

/** Follows the log of what is published, and that of the demonstration. */
export function publishedIndex(log: Pick<PublicLog, 'after'>): PublishedIndex {
  const postings = new Postings();
  const numbers: string[] = [];
  const names = new Map<string, string>();
  const years = new Set<number>();
  const seen = { real: 0, demo: 0 };
  let following: Promise<void> | undefined;

  const take = ({ statement }: LogEntry): void => {
    names.delete(statement.publisher.id);
    names.set(statement.publisher.id, statement.publisher.name);
    years.add(Number(statement.number.slice(3, 7)));
    // A withdrawal says the words of a version that is in here already.
    if (statement.kind === 'withdrawn') return;
    for (const { text } of textsOf(statement)) numbers[postings.add(kept(text.words))] = statement.number;
  };
  const catchUp = async (which: keyof typeof seen): Promise<void> => {
    for (;;) {
      const page = await log.after(seen[which], PAGE, which === 'demo');
      page.forEach(take);
      const last = page.at(-1);
      if (last === undefined) return;
      seen[which] = last.seq;
      if (page.length < PAGE) return;
    }
  };
  return {
    follow() {
      following ??= catchUp('real')
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
