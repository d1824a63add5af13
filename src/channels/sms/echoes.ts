import { LRUCache } from 'lru-cache';

/** Nobody writes the same sentence so often; a phone that answers by itself does, at our cost and for ever. */
const MOST = 5;
const WITHIN_MS = 10 * 60_000;
/** Answers to questions may well be alike: digits, yes, a word. */
const SHORTEST = 16;
const MOST_REMEMBERED = 5_000;

interface Said {
  from: string;
  text: string;
  id: string;
}

/** Knows phones that answer by themselves ("I am driving…") by what they say, in the memory of this process. */
export class Echoes {
  readonly #said = new LRUCache<string, { since: number; ids: Set<string> }>({ max: MOST_REMEMBERED });

  /** Whether it is one too many. The same SMS brought again is one. */
  hears({ from, text, id }: Said, now: number): boolean {
    if (text.length < SHORTEST) return false;
    const key = `${from} ${text}`;
    let said = this.#said.get(key);
    if (said === undefined || now - said.since > WITHIN_MS) {
      said = { since: now, ids: new Set() };
      this.#said.set(key, said);
    }
    if (!said.ids.has(id) && said.ids.size >= MOST) return true;
    said.ids.add(id);
    return false;
  }
}
