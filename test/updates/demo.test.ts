import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { demoUpdates, FIRST_DEMO_NUMBER } from '../../src/capabilities/updates/demo/demo-updates.ts';
import { contentOf, MILESTONES } from '../../src/capabilities/updates/demo/milestones.ts';
import { contentSchema } from '../../src/capabilities/updates/model/content.ts';
import { lacksOf } from '../../src/capabilities/updates/model/missing.ts';
import { publishedStore } from '../../src/capabilities/updates/published-store.ts';
import { realChance } from '../universe/time.ts';
import { type UpdateWorld, updateWorld } from './update-world.ts';

const DAY_MS = 86_400_000;
const TODAY = '2026-11-21';

describe('the milestones as a demonstration', () => {
  let world: UpdateWorld;
  beforeAll(async () => {
    world = await updateWorld();
  });
  beforeEach(() => world.empty());
  afterAll(() => world.close());

  /** Numbers the log of the demonstration was told of. */
  const said: (number | undefined)[] = [];
  const load = async () => {
    const to = world.clock.now();
    said.length = 0;
    const published = async ({ number }: { number?: { n: number } }) => void said.push(number?.n);
    const deeds = demoUpdates(
      { store: world.store, chance: realChance, org: 'campagne', published },
      to - 90 * DAY_MS,
      to,
    );
    for (const deed of deeds) await deed.run();
    return deeds;
  };

  it('U1: every one fits the limits of an item, has a source, and says what it is', () => {
    const schema = contentSchema(['fr', 'bm'], () => false);
    for (const milestone of MILESTONES) {
      const content = contentOf(milestone, '2027-05-01');
      expect(schema.parse(content)).toEqual(content);
      expect([milestone.date, lacksOf({ content }, TODAY)]).toEqual([milestone.date, []]);
      // One outlet is no two: only several sources make "two independent sources".
      expect(milestone.tier === 'two_sources').toBe(
        milestone.source.includes(' ; ') && milestone.date !== '2015-06-20',
      );
    }
    expect(MILESTONES.filter(({ bm }) => bm === 'kept')).toHaveLength(6);
    const days = MILESTONES.map(({ date }) => date);
    expect(days).toEqual([...days].sort());
  });

  it('is published in order between two moments, read in the chat, marked, and gone without a gap', async () => {
    const real = await world.itemIn('published');
    const deeds = await load();
    expect(deeds.map(({ at }) => at)).toEqual([...deeds.map(({ at }) => at)].sort((a, b) => a - b));
    const all = await world.store.list({ org: 'campagne' }, { skip: 0, limit: 50 });
    const shown = all.filter(({ demo }) => demo);
    expect(shown).toHaveLength(MILESTONES.length);
    expect(said).toEqual(MILESTONES.map((_, nth) => FIRST_DEMO_NUMBER + nth));
    expect(shown.every(({ number, state }) => number!.n >= FIRST_DEMO_NUMBER && state === 'published')).toBe(
      true,
    );
    const published = publishedStore(world.db);
    const read = [];
    for (
      let at = await published.next(undefined, TODAY);
      at !== undefined;
      at = await published.next(at.number, TODAY)
    )
      read.push(at);
    // What was really published is the newest, though its number is smaller.
    expect([read.length, read[0]!.id]).toEqual([MILESTONES.length + 1, real.id]);
    expect((await world.itemIn('published')).number).toEqual({ year: 2026, n: 2 });
    await world.store.dropDemo();
    expect(await world.store.count({ org: 'campagne' })).toBe(2);
  });

  it('U9: what is past its day of review leaves the chat by itself', async () => {
    await world.itemIn('published', { reviewBy: '2026-12-01' });
    const published = publishedStore(world.db);
    expect(await published.next(undefined, '2026-12-01')).toBeDefined();
    expect(await published.next(undefined, '2026-12-02')).toBeUndefined();
  });

  it('the words of the milestones use the letters of Bambara, without look-alikes', () => {
    const source = readFileSync('src/capabilities/updates/demo/milestones.ts', 'utf8');
    expect(source).toBe(source.normalize('NFC'));
    expect(source).not.toMatch(/[εɜЛℇʃƐ]/u);
  });
});
