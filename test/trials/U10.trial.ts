import { expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import {
  type StoredSubscription,
  subscriptionsStore,
} from '../../src/capabilities/updates/subscriptions/subscriptions-store.ts';
import { wantedBy } from '../../src/capabilities/updates/subscriptions/wanted-store.ts';
import { RHYTHMS, type Whom } from '../../src/capabilities/updates/subscriptions/wish.ts';
import { updateWorld } from '../updates/update-world.ts';

const SUBSCRIBERS = 100_000;
const A_BATCH = 5000;
const A_PAGE = 25;
const REGIONS = ['gao', 'kayes', 'mopti', 'segou', 'sikasso', 'tombouctou', 'kidal', 'bamako'];

/** Who is looked for, by name. */
const LOOKS: readonly [string, Whom][] = [
  ['a national item', { rhythms: ['all'] }],
  ['a national item of a theme', { rhythms: ['all'], theme: 'charte' }],
  ['an item about Kidal', { rhythms: ['all'], region: 'kidal' }],
  ['an urgent item about Kidal, of a theme', { rhythms: RHYTHMS, region: 'kidal', theme: 'charte' }],
  ['the titles of the week', { rhythms: ['weekly'] }],
];

it('U10: among 100,000 subscriptions those who are meant are streamed by an index, page by page', async () => {
  const world = await updateWorld();
  try {
    const subscriptions = world.db.collection<StoredSubscription>('update_subscriptions');
    for (let n = 0; n < SUBSCRIBERS; n += A_BATCH)
      await subscriptions.insertMany(
        Array.from({ length: A_BATCH }, (_, i) => subscription(n + i)) as never,
        { ordered: false },
      );
    const store = subscriptionsStore(world.db);
    for (const [name, whom] of LOOKS) {
      const { filter, hint } = wantedBy<StoredSubscription>(whom);
      const began = performance.now();
      let [n, after, pages] = [0, null as Buffer | null, 0];
      for (;;) {
        const page = await store.page(after, A_PAGE, whom);
        pages += 1;
        n += page.length;
        if (page.length === 0) break;
        after = page.at(-1)!.id;
      }
      const ms = performance.now() - began;
      const first = await subscriptions
        .find(filter, { sort: { _id: 1 }, limit: A_PAGE, hint })
        .explain('executionStats');
      const { totalDocsExamined, totalKeysExamined } = (
        first as { executionStats: Record<'totalDocsExamined' | 'totalKeysExamined', number> }
      ).executionStats;
      console.info(
        `U10: ${name}: ${n} of ${SUBSCRIBERS} in ${pages} pages, ${(ms / pages).toFixed(1)} ms a page; ` +
          `the first looked at ${totalKeysExamined} keys and ${totalDocsExamined} documents by ${hint}`,
      );
      expect(n).toBe(await store.count(whom));
      expect(JSON.stringify(first)).not.toMatch(/"stage":"(SORT|COLLSCAN)"/u);
      expect(ms / pages).toBeLessThan(50);
    }
  } finally {
    await world.close();
  }
}, 600_000);

/** Half want everything, a third reads once a week, some what is urgent alone; a tenth of a region, a quarter of a theme. */
const subscription = (n: number): object => ({
  _id: new mongo.Binary(Buffer.from(`${n * 7919}`.padStart(16, '0'))),
  ...{ active: true, on: true, stopped: false, lang: n % 3 === 0 ? 'bm' : 'fr', day: '2026-11-21', rev: n },
  conversation: new mongo.Binary(Buffer.alloc(60, n % 251)),
  talk: new mongo.Binary(Buffer.alloc(8, n % 251)),
  ...(n % 6 < 3 ? {} : { rhythm: n % 6 === 3 ? 'urgent' : 'weekly' }),
  ...(n % 10 === 9 ? { region: REGIONS[Math.floor(n / 10) % REGIONS.length] } : {}),
  ...(n % 4 === 3 ? { themes: n % 8 === 3 ? ['charte'] : ['accord', 'dialogue'] } : {}),
});
