import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import sharp from 'sharp';
import { cameEffect } from '../../src/capabilities/updates/came/came.ts';
import { cameStore } from '../../src/capabilities/updates/came/came-store.ts';
import { shownDays } from '../../src/capabilities/updates/came/shown-days.ts';
import { postsStore } from '../../src/capabilities/updates/posts/posts-store.ts';
import { readCall, sharedCall } from '../../src/capabilities/updates/chat/calls.ts';
import { pictureCall } from '../../src/capabilities/updates/chat/picture-call.ts';
import { numberWords } from '../../src/capabilities/updates/model/update.ts';
import { updateNeeds } from '../../src/capabilities/updates/needs.ts';
import { picturesStore } from '../../src/capabilities/updates/pictures/pictures-store.ts';
import { publishedStore } from '../../src/capabilities/updates/published-store.ts';
import { figuresOf } from '../../src/capabilities/updates/ratings/figures.ts';
import { ownedRatings } from '../../src/capabilities/updates/ratings/owned.ts';
import { ratingEffect, ratingKey } from '../../src/capabilities/updates/ratings/rating.ts';
import { type RatingsStore, ratingsStore } from '../../src/capabilities/updates/ratings/ratings-store.ts';
import { subscriptionsStore } from '../../src/capabilities/updates/subscriptions/subscriptions-store.ts';
import type { CallContext } from '../../src/conversation/ports.ts';
import { dayOf } from '../../src/domain/clock.ts';
import { shipped } from '../flows/shipped.ts';
import { testKeyring } from '../universe/keyring.ts';
import { testClock } from '../universe/time.ts';
import { type UpdateWorld, updateWorld } from './update-world.ts';

const { fingerprint } = testKeyring();
const [OURS, OTHER] = ['ML-2026-0001', 'ML-2026-0002'];

describe('what readers meet and say', () => {
  let world: UpdateWorld;
  let ratings: RatingsStore;
  beforeAll(async () => {
    world = await updateWorld();
    ratings = ratingsStore(world.db);
  });
  beforeEach(() => world.empty());
  afterAll(() => world.close());

  const effect = () =>
    ratingEffect({
      fingerprint,
      regionOf: async (person) => (person.startsWith('gao') ? 'gao' : null),
      keep: (all) => ratings.keep(all),
    });
  const rate = (
    person: string,
    useful: boolean,
    rev: number,
    { item = OURS, day = '2026-11-21', conversation = `talk-${person}`, lang = 'fr' } = {},
  ) =>
    effect().apply([
      {
        ...{ id: Buffer.from(`${conversation}${rev}`), rev, params: { item, useful } },
        context: { person, conversation, channel: 'web', address: 'a', lang, day },
      },
    ]);
  const said = async (item = OURS) => (await ratings.tallies(item)).map(({ useful, n }) => [useful, n]);
  const owned = () => ownedRatings(ratings, fingerprint);
  const raw = () => world.db.collection<{ _id: mongo.Binary; v: number }>('update_ratings').find().toArray();

  it('U1: the picture of an item is told by its weight and goes to who asks for it; by SMS it is neither', async () => {
    const clock = testClock();
    const pictures = picturesStore(world.db, clock);
    const plain = { create: { width: 600, height: 400, channels: 3, background: '#456' } } as const;
    const id = await pictures.put(await sharp(plain).jpeg().toBuffer());
    const bytes = (await pictures.get(id))?.bytes.length ?? 0;
    expect(await pictures.sizeOf(id)).toBe(bytes);
    expect(await pictures.sizeOf('q'.repeat(22))).toBeUndefined();
    const { number } = await world.itemIn('published', { image: { id, alt: { fr: 'La salle', bm: '' } } });
    const published = publishedStore(world.db);
    const deps = {
      ...{ published, subscriptions: subscriptionsStore(world.db), fingerprint, pictures },
      ...{ speaker: shipped.speaker, placeName: () => undefined },
      receipts: { versionOf: async () => undefined },
    };
    const at = (channel: string) =>
      ({ person: 'p', lang: 'fr', channel, day: dayOf(clock.now()) }) as unknown as CallContext;
    const read = async (channel: string) =>
      (await readCall(deps).run({ apres: null }, at(channel))) as { image: number | null };
    const shown = (channel: string) =>
      pictureCall(deps).run({ numero: number === undefined ? null : numberWords(number) }, at(channel));
    expect(await read('telegram')).toMatchObject({ image: Math.max(1, Math.round(bytes / 1000)) });
    expect(await shown('telegram')).toEqual({ image: id, legende: 'La salle' });
    expect(await read('sms')).toMatchObject({ image: null });
    expect(await shown('sms')).toMatchObject({ image: null });
  });

  it('B10: a shared link leads to what is published and holds, and tells nothing of anything else', async () => {
    const clock = testClock(Date.UTC(2026, 10, 30, 12));
    const deps = {
      ...{ published: publishedStore(world.db), subscriptions: subscriptionsStore(world.db), fingerprint },
      ...{ speaker: shipped.speaker, placeName: () => undefined },
      receipts: { versionOf: async () => undefined },
      pictures: { sizeOf: async () => undefined },
    };
    const led = (numero: string) =>
      sharedCall(deps).run({ numero }, { person: 'p', lang: 'fr', day: dayOf(clock.now()) } as never);
    const nothing = { numero: null, abonne: false, suite: false, image: null };
    const kept = await world.itemIn('published');
    await world.correctionOf(kept, { funding: 'Corrigé' });
    const withdrawn = await world.itemIn('withdrawn');
    const stale = await world.itemIn('published', { reviewBy: '2026-11-29' });
    await world.itemIn('verified');
    expect(await led('ML-2026-0001')).toMatchObject({ numero: OURS, version: 2, paye: 'Corrigé' });
    expect(await led(' ml-2026-0001')).toMatchObject({ numero: OURS });
    const [gone, late] = [withdrawn, stale].map(({ number }) => numberWords(number!));
    for (const wrong of [gone!, late!, 'ML-2026-0004', 'ML-1999-0001', 'ML-2026-0001x', '', '$ne', 'null'])
      expect([wrong, await led(wrong)]).toEqual([wrong, nothing]);
  });

  it('B10: who came by shared links is counted once a day and item, whatever is applied again, and forgotten', async () => {
    const came = cameStore(world.db);
    const effect = cameEffect((arrivals) => came.count(arrivals));
    const asked = (numero: unknown) =>
      effect.from({ kind: 'asked_for', effect: 'updates.came', params: { numero } as never });
    expect(asked('ml-2026-0001')).toEqual([{ item: OURS }]);
    for (const wrong of [null, 'x', 7, undefined]) expect(asked(wrong)).toEqual([]);
    const one = (n: number, day: string, item = OURS) => ({
      ...{ id: fingerprint('test', String(n)), rev: 1, params: { item } },
      context: {
        person: `person-${n}`,
        conversation: `talk-${n}`,
        channel: 'telegram',
        address: 'a',
        lang: 'fr',
        day,
      },
    });
    const first = Array.from({ length: 7 }, (_, n) => one(n, '2026-11-21'));
    await Promise.all([effect.apply(first), effect.apply(first), effect.apply([...first].reverse())]);
    await effect.apply([one(8, '2026-11-22'), one(9, '2026-11-22', OTHER), one(8, '2026-11-22')]);
    await effect.apply(first);
    const days = [
      { day: '2026-11-22', n: 1 },
      { day: '2026-11-21', n: 7 },
    ];
    expect(await came.days(OURS, 30)).toEqual(days);
    expect(await came.days(OURS, 1)).toEqual(days.slice(0, 1));
    expect(shownDays(days, 5)).toEqual([
      { day: '2026-11-22', n: null },
      { day: '2026-11-21', n: 7 },
    ]);
    // Nothing in it is anybody's, nor of any channel or language; which effects are counted is forgotten in its time.
    await came.forgetMarks('2026-11-22');
    const docs = await world.db
      .collection<{ _id: string }>('update_came')
      .find({ item: OURS })
      .sort({ _id: 1 })
      .toArray();
    expect(docs.map((doc) => Object.keys(doc).sort())).toEqual([
      ['_id', 'day', 'item', 'n'],
      ['_id', 'day', 'item', 'marked', 'marks', 'n'],
    ]);
    expect(JSON.stringify(docs)).not.toMatch(/person-|talk-|telegram/u);
    await came.dropOf(OURS);
    expect([await came.days(OURS, 30), (await came.days(OTHER, 30)).length]).toEqual([[], 1]);
  });

  it('U9: past its day of review an item is in no menu, at midnight in Bamako, and everywhere else it is late', async () => {
    const clock = testClock(Date.UTC(2026, 10, 30, 23, 59, 59, 999));
    const published = publishedStore(world.db);
    const deps = {
      ...{ published, subscriptions: subscriptionsStore(world.db), fingerprint },
      ...{ speaker: shipped.speaker, placeName: () => undefined },
      receipts: { versionOf: async () => undefined },
      pictures: { sizeOf: async () => undefined },
    };
    const read = async () => {
      const context = { person: 'p', lang: 'fr', day: dayOf(clock.now()) } as never;
      return ((await readCall(deps).run({ apres: null }, context)) as { numero: string | null }).numero;
    };
    await world.itemIn('published', { reviewBy: '2026-11-30' });
    const needs = async () => {
      const seen = { person: { org: 'campagne' }, frame: { lang: 'fr' } } as never;
      const all = await updateNeeds({
        ...world,
        posts: postsStore(world.db),
        clock,
        log: { checked: undefined },
      }).needs!(seen);
      return all.find(({ key }) => key === 'updates.stale')!.count;
    };
    expect([await read(), await needs()]).toEqual([OURS, 0]);
    clock.advance(1);
    expect([await read(), await needs()]).toEqual([null, 1]);
    // Its number still leads to it: whoever asks for it is told since when it waits to be reviewed.
    expect((await published.byNumber({ year: 2026, n: 1 }))?.content.reviewBy).toBe('2026-11-30');
  });

  it('U11: each person counts once, the last word holds, however late the others come', async () => {
    await rate('awa', false, 1);
    await rate('awa', true, 2);
    await rate('awa', false, 1);
    await rate('moussa', false, 1);
    expect((await said()).sort()).toEqual([
      [false, 1],
      [true, 1],
    ]);
    await rate('awa', false, 1, { day: '2026-11-22' });
    expect(await said()).toEqual([[false, 2]]);
    // Another channel of the same person is the same person.
    await rate('awa', true, 1, { day: '2026-11-23', conversation: 'telegram' });
    expect((await said()).sort()).toEqual([
      [false, 1],
      [true, 1],
    ]);
    await Promise.all([1, 2, 3, 4, 5, 6].map((rev) => rate('fatou', rev % 2 === 0, rev, { item: OTHER })));
    expect(await said(OTHER)).toEqual([[true, 1]]);
  });

  it('U11: by language and by region, a person too few unseen', async () => {
    for (let n = 0; n < 12; n += 1) await rate(`gao${n}`, n < 7, 1, { lang: 'bm' });
    for (let n = 0; n < 9; n += 1) await rate(`p${n}`, true, 1);
    const { all, byLang, byRegion } = figuresOf(await ratings.tallies(OURS));
    expect(all).toEqual({ useful: 16, not: 5 });
    expect(byLang).toEqual([
      { key: 'bm', split: { useful: 7, not: 5 } },
      { key: 'fr', split: { useful: 9, not: 0 } },
    ]);
    expect(byRegion.map(({ key, split }) => [key, split?.useful])).toEqual([
      ['gao', 7],
      ['', 9],
    ]);
  });

  it('T4: erasing takes every rating of a person and nobody else’s; repeated, it takes nothing', async () => {
    for (const item of [OURS, OTHER])
      for (const person of ['awa', 'moussa']) await rate(person, true, 1, { item });
    expect([await owned().erase('awa'), await owned().erase('awa'), await owned().erase('nobody')]).toEqual([
      2, 0, 0,
    ]);
    expect([await said(OURS), await said(OTHER)]).toEqual([[[true, 1]], [[true, 1]]]);
  });

  it('people who become one have one word about each item, the newer', async () => {
    await rate('guest', true, 1, { day: '2026-11-22' });
    await rate('host', false, 5);
    await rate('guest', true, 2, { item: OTHER });
    await owned().unite('guest', 'host');
    await owned().unite('guest', 'host');
    expect([await said(OURS), await said(OTHER)]).toEqual([[[true, 1]], [[true, 1]]]);
    expect(await owned().erase('host')).toBe(2);
  });

  it('T6: two ratings of one person have no value in common but what many share, and no order of insertion', async () => {
    for (let rev = 1; rev <= 20; rev += 1)
      await rate('awa', true, rev, { item: `ML-2026-${String(rev).padStart(4, '0')}` });
    const stored = await raw();
    expect(new Set(stored.map(({ _id }) => _id.toString('hex'))).size).toBe(20);
    expect(JSON.stringify(stored)).not.toMatch(/\bawa\b|\btalk\b/u);
    // Revisions that follow each other would tell that it is one talk.
    const orders = stored.map(({ v }) => v).sort((a, b) => a - b);
    const near = orders.filter((v, at) => at > 0 && v - orders[at - 1]! < 1000);
    expect(near.length).toBeLessThanOrEqual(1);
    expect(ratingKey(fingerprint, 'awa', OURS).equals(ratingKey(fingerprint, 'awa', OTHER))).toBe(false);
  });
});
