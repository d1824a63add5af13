import { describe, expect, it } from '@jest/globals';
import type { Print } from '../../../src/capabilities/updates/check/prints/print.ts';
import type { PrintsStore } from '../../../src/capabilities/updates/check/prints/prints-store.ts';
import { publishedIndex } from '../../../src/capabilities/updates/check/published-index.ts';
import { wordsOf } from '../../../src/capabilities/updates/check/words.ts';
import { chanceOf, published } from './corpus.ts';
import { TUNED } from './tuned-family.ts';

describe('U6: what was read once is not read again at the next start', () => {
  const { log } = published(TUNED, 60, chanceOf(3));
  const words = async () =>
    wordsOf(Object.values((await log.after(40, 1))[0]!.statement.content.texts)[0]!.first).words;
  /** Fingerprints in memory, and how many entries of the log were read for an index that keeps them there. */
  const kept = new Map<number, Print>();
  const store: PrintsStore = {
    after: async (seq, limit) => {
      const found: Print[] = [];
      for (let at = seq + 1; found.length < limit && kept.has(at); at += 1) found.push(kept.get(at)!);
      return found;
    },
    put: async (all) => all.forEach((each) => kept.set(each.seq, each)),
  };
  const started = async () => {
    let read = 0;
    const counted: typeof log.after = async (...asked) => {
      const page = await log.after(...asked);
      read += page.length;
      return page;
    };
    const index = publishedIndex({ after: counted }, store);
    await index.follow();
    const found = index.likely(await words(), 3);
    return { read, found, of: [index.publishers(), index.years()] };
  };

  it('the first start reads all, the next one entry, and both find the same', async () => {
    const [first, second] = [await started(), await started()];
    expect([first.read, second.read]).toEqual([kept.size, 1]);
    expect(first.found.length).toBeGreaterThan(0);
    expect(second).toEqual({ ...first, read: 1 });
  });

  it('where some are missing the log is read from there, and they are there again', async () => {
    const all = kept.size;
    const whole = await started();
    for (const seq of [30, 31, 50]) kept.delete(seq);
    expect(await started()).toEqual({ ...whole, read: 1 + all - 29 });
    expect([kept.size, (await started()).read]).toEqual([all, 1]);
  });

  it('those of another log are not believed', async () => {
    const whole = await started();
    const last = kept.get(kept.size)!;
    kept.set(last.seq, { ...last, hash: 'another' });
    expect(await started()).toEqual({ ...whole, read: 1 + kept.size });
    expect((await started()).read).toBe(1);
  });
});
