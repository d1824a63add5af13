import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mongo } from 'mongoose';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { wishCall } from '../../src/capabilities/updates/chat/subscription-calls.ts';
import { handing } from '../../src/capabilities/updates/subscriptions/handing-store.ts';
import {
  EVERYTHING,
  sayWish,
  type Whom,
  whomOf,
  type Wish,
} from '../../src/capabilities/updates/subscriptions/wish.ts';
import { wantedBy } from '../../src/capabilities/updates/subscriptions/wanted-store.ts';
import {
  CHOOSE,
  SUBSCRIBE,
  type SubscriptionParams,
  subscriberKey,
  subscriptionEffect,
  UNSUBSCRIBE,
} from '../../src/capabilities/updates/subscriptions/subscription.ts';
import {
  type StoredSubscription,
  type SubscriptionsStore,
  subscriptionsStore,
} from '../../src/capabilities/updates/subscriptions/subscriptions-store.ts';
import type { EffectItem, EffectKind } from '../../src/conversation/ports.ts';
import { shipped } from '../flows/shipped.ts';
import { testKeyring } from '../universe/keyring.ts';
import { type UpdateWorld, updateWorld } from './update-world.ts';

const { Binary } = mongo;
const CHANGES = ['on', 'off', 'stopped', 'back'] as const;
const { fingerprint, sealer } = testKeyring();

describe('U10: subscriptions', () => {
  let world: UpdateWorld;
  let store: SubscriptionsStore;
  let effect: EffectKind<SubscriptionParams>;
  beforeAll(async () => {
    world = await updateWorld();
    store = subscriptionsStore(world.db);
    effect = subscriptionEffect({ fingerprint, sealer, change: (changes) => store.change(changes) });
  });
  beforeEach(() => world.empty());
  afterAll(() => world.close());

  const item = (
    change: 'on' | 'off' | 'stopped' | 'back' | Partial<Wish>,
    rev: number,
    { person = 'p1', conversation = 'talk-0123456789', day = '2026-11-21' } = {},
  ): EffectItem<SubscriptionParams> => ({
    ...{ id: Buffer.from(`${conversation}${rev}`), rev },
    params: typeof change === 'string' ? { change } : chosen(change),
    context: { person, conversation, channel: 'web', address: 'a', lang: 'fr', day },
  });
  const key = (person: string) => subscriberKey(fingerprint, person);
  const active = (person = 'p1') => store.isActive(key(person));
  const wish = (person = 'p1') => store.wishOf(key(person));

  it('one tap subscribes, one tap leaves, "stop" rests all and coming back goes on', async () => {
    for (const [change, wanted] of [
      ['on', true],
      ['stopped', false],
      ['back', true],
      ['off', false],
      ['back', false],
      ['on', true],
    ] as const) {
      await effect.apply([item(change, Math.floor(performance.now() * 1000))]);
      expect([change, await active()]).toEqual([change, wanted]);
    }
  });

  it('"stop" of somebody who never subscribed keeps nothing of them', async () => {
    await effect.apply([item('stopped', 1), item('back', 2)]);
    expect(await world.db.collection('update_subscriptions').countDocuments()).toBe(0);
  });

  it('T11: changes of one talk in any order, repeated, end where the last one says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('on' as const, 'off' as const), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        async (changes, chance) => {
          await world.empty();
          const items = changes.map((change, index) => item(change, index + 1));
          const shuffled = [...items, ...items]
            .map((one, index) => ({ one, at: chance[index % 20]! * (index + 1) }))
            .sort((a, b) => a.at - b.at);
          await Promise.all(shuffled.map(({ one }) => effect.apply([one])));
          expect(await active()).toBe(changes.at(-1) === 'on');
        },
      ),
      { numRuns: 30 },
    );
  });

  it('a person on two channels has one subscription, where they asked last', async () => {
    await effect.apply([item('on', 900, { conversation: 'telegram' })]);
    await effect.apply([item('on', 2, { conversation: 'web' })]);
    expect(await store.count()).toBe(1);
    const [one] = await store.page(null, 10);
    const place = `update_subscriptions/conversation/${one!.id.toString('hex')}`;
    expect(sealer.open(one!.conversation, place)).toBe('web');
    await effect.apply([item('stopped', 3, { conversation: 'web' })]);
    expect(await active()).toBe(false);
  });

  it('T4: erasing takes it, "my data" counts it', async () => {
    await effect.apply([item('on', 1), item('on', 1, { person: 'p2' })]);
    const key = subscriberKey(fingerprint, 'p1');
    expect(await store.kept(key)).toBe(1);
    expect([await store.erase(key), await store.erase(key)]).toEqual([1, 0]);
    expect([await store.kept(key), await active('p2')]).toEqual([0, true]);
  });

  it('T1, T6: neither the person nor the talk is in the collection in clear, nor an order of insertion', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `person-number-${n}`);
    await effect.apply(ids.map((person) => item('on', 1, { person, conversation: `talk-of-${person}` })));
    const stored = await world.db.collection('update_subscriptions').find().toArray();
    const raw = JSON.stringify(stored, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'buffer' in value
        ? Buffer.from((value as { buffer: Uint8Array }).buffer).toString('latin1')
        : value,
    );
    expect(raw).not.toMatch(/person-number|talk-of/u);
    expect(stored.every(({ _id }) => !('getTimestamp' in _id))).toBe(true);
  });

  it('one of before there was anything to choose means everything; so does who comes back after leaving', async () => {
    await effect.apply([item('on', 1)]);
    expect(Object.keys((await stored())[0]!).sort()).toEqual(OLD_FIELDS);
    expect(await wish()).toEqual(EVERYTHING);
    const theirs = { rhythm: 'weekly', themes: ['charte'], region: 'gao' } as const;
    await effect.apply([item(theirs, 2)]);
    expect(await wish()).toEqual(theirs);
    await effect.apply([item('stopped', 3)]);
    expect(await wish()).toBeNull();
    await effect.apply([item('back', 4)]);
    expect(await wish()).toEqual(theirs);
    await effect.apply([item('off', 5), item('on', 6)]);
    expect(await wish()).toEqual(EVERYTHING);
    expect(Object.keys((await stored())[0]!).sort()).toEqual(OLD_FIELDS);
  });

  it('T11: the last word of a talk holds for all of it, in whatever order the words are applied', async () => {
    const words = [
      { rhythm: 'weekly' },
      { themes: ['charte', 'dialogue'], region: 'kayes' },
      { rhythm: 'urgent', region: 'gao' },
    ] as const;
    const items = words.map((one, at) =>
      item({ ...one, themes: 'themes' in one ? [...one.themes] : [] }, at + 1),
    );
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0, 1],
      [2, 2, 0],
    ]) {
      await world.empty();
      for (const at of order) await effect.apply([items[at]!]);
      expect(await wish()).toEqual({ rhythm: 'urgent', themes: [], region: 'gao' });
    }
  });

  it('people who become one want what was asked last, and the news comes where they asked it', async () => {
    const hands = handing({ subscriptions: store, sealer, key });
    await effect.apply([
      item({ rhythm: 'weekly', themes: ['charte'] }, 1, { person: 'guest', conversation: 'telegram' }),
      item({ region: 'gao' }, 1, { person: 'host', conversation: 'web', day: '2026-11-20' }),
    ]);
    await hands.unite('guest', 'host');
    expect([await wish('host'), await wish('guest')]).toEqual([
      { rhythm: 'weekly', themes: ['charte'], region: null },
      null,
    ]);
    await hands.part({ from: 'host', to: 'apart', conversation: 'telegram' });
    expect([await wish('host'), await wish('apart')]).toEqual([
      null,
      { rhythm: 'weekly', themes: ['charte'], region: null },
    ]);
    expect(await store.erase(key('apart'))).toBe(1);
    expect(await world.db.collection('update_subscriptions').countDocuments()).toBe(0);
  });

  it('finds by theme, region and rhythm exactly those who are meant, whatever else they chose', async () => {
    const wishes = [
      ...(['all', 'weekly', 'urgent'] as const).flatMap((rhythm) =>
        [[], ['charte'], ['dialogue', 'charte'], ['dialogue']].flatMap((themes) =>
          [null, 'gao', 'kayes', 'mali'].map((region) => ({ rhythm, themes, region }) as Wish),
        ),
      ),
    ];
    await effect.apply(wishes.map((one, n) => item(one, 1, { person: `w${n}`, conversation: `t${n}` })));
    for (const [about, who] of MEANT) {
      const whom = whomOf(about);
      const found = await store.page(null, 100, whom);
      const meant = wishes.filter(who).length;
      expect([found.length, await store.count(whom), await store.countBy('bm', whom)]).toEqual([
        meant,
        meant,
        0,
      ]);
      expect(found.every(({ wish: one }) => who(one))).toBe(true);
      for (const [n, one] of wishes.entries())
        expect(await store.isActive(key(`w${n}`), whom)).toBe(who(one));
    }
    // A page goes on where the last one ended.
    const pages: string[] = [];
    for (let after: Buffer | null = null; ; ) {
      const page: Awaited<ReturnType<SubscriptionsStore['page']>> = await store.page(after, 7, {
        rhythms: ['weekly'],
      });
      pages.push(...page.map(({ id }) => id.toString('hex')));
      after = page.at(-1)?.id ?? null;
      if (after === null) break;
    }
    expect([pages.length, new Set(pages).size, pages]).toEqual([16, 16, [...pages].sort()]);
  });

  it('a page is read from an index that goes on with the id: nothing is sorted, and few are looked at', async () => {
    await insertMany(3000);
    for (const [whom, most] of PLANS) {
      const { filter, hint } = wantedBy<StoredSubscription>(whom);
      const plan = await subscriptions()
        .find(filter, { sort: { _id: 1 }, limit: 25, hint })
        .explain('executionStats');
      const { executionStats: stats, queryPlanner } = plan as Plan;
      expect(JSON.stringify(queryPlanner.winningPlan)).not.toMatch(/"stage":"(SORT|COLLSCAN)"/u);
      expect({ whom, looked: stats.totalDocsExamined <= most }).toEqual({ whom, looked: true });
    }
  });

  it('every choice of the talk is three taps at most, by its word and after an item', async () => {
    for (const [flow, most] of [
      ['abonnement', 2],
      ['nouvelles', 3],
    ] as const) {
      const talks = parse(await readFile(`flows/${flow}.test.yaml`, 'utf8')) as Transcript[];
      const changes = talks.filter(({ talk }) => CHANGED.test(JSON.stringify(talk)));
      const taps = changes.map(({ talk }) => talk.filter((turn) => 'tap' in turn || 'say' in turn).length);
      expect([flow, changes.length > 3, Math.max(...taps) <= most]).toEqual([flow, true, true]);
    }
    // After an item the same choices are one tap further, and none of them is missing in the transcripts.
    const talks = parse(await readFile('flows/abonnement.test.yaml', 'utf8')) as Transcript[];
    const tapped = new Set(talks.flatMap(({ talk }) => talk.flatMap(({ tap }) => tap ?? [])));
    const { questions } = shipped.set.flows.get('abonnement')!;
    const offered = questions.find(({ step }) => step === 'choix')!.choices;
    expect(offered.filter((choice) => !tapped.has(choice))).toEqual([]);
  });

  it('a theme is added, taken back, and said in words of the language', async () => {
    const call = wishCall({
      speaker: shipped.speaker,
      placeName: (slug) => (slug === 'gao' ? 'Gao' : undefined),
    });
    const asked = (
      given: Partial<Wish>,
      choix: string,
      { theme = null, ou = null, lang = 'fr' }: Added = {},
    ) => call.run({ ...sayWish({ ...EVERYTHING, ...given }), choix, theme, ou }, { lang } as never);
    const dialogue = { themes: ['dialogue'] } as const;
    expect(await asked(dialogue, 'theme', { theme: 'accord' })).toMatchObject({
      themes: 'accord dialogue',
      dit_themes: "L'accord de paix, Le dialogue",
    });
    expect(await asked(dialogue, 'theme', { theme: 'dialogue' })).toMatchObject({
      themes: '',
      dit_themes: 'Tous les thèmes',
    });
    const region = { ...dialogue, region: 'gao' };
    expect(await asked(region, 'theme', { theme: 'tous' })).toMatchObject({ themes: '', dit_lieu: 'Gao' });
    expect(await asked({}, 'region', { ou: 'gao/ansongo' })).toMatchObject({ region: 'gao' });
    expect(await asked(region, 'pays')).toMatchObject({ region: 'mali', dit_lieu: 'tout le Mali seulement' });
    expect(await asked(region, 'partout')).toMatchObject({ region: '', themes: 'dialogue' });
    expect(await asked({ rhythm: 'weekly' }, 'toutes')).toMatchObject({ rythme: 'all' });
    expect(await asked({}, 'urgentes')).toMatchObject({ rythme: 'urgent' });
    expect(await asked({}, 'semaine', { lang: 'bm' })).toMatchObject({
      rythme: 'weekly',
      dit_rythme: 'dɔgɔkun bɛɛ',
    });
    for (const [choix, added] of [
      ['theme', {}],
      ['theme', { theme: 'pluie' }],
      ['region', {}],
      ['menu', {}],
    ] as const)
      await expect(asked({}, choix, added)).rejects.toMatchObject({ code: 'no_such_choice' });
  });

  it('only what a turn says is an effect', () => {
    const asked = (name: string) => effect.from({ kind: 'asked_for', effect: name, params: {} });
    expect([asked(SUBSCRIBE), asked(UNSUBSCRIBE), asked('updates.publish')]).toEqual([
      [{ change: 'on' }],
      [{ change: 'off' }],
      [],
    ]);
    const choosing = (params: Record<string, string | null>) =>
      effect.from({ kind: 'asked_for', effect: CHOOSE, params });
    expect(choosing({ rythme: 'weekly', themes: 'charte', region: '' })).toEqual([
      chosen({ rhythm: 'weekly', themes: ['charte'] }),
    ]);
    expect([choosing({ rythme: 'daily', themes: '', region: '' }), choosing({})]).toEqual([[], []]);
    const profile = (path: string, value: boolean) => effect.from({ kind: 'profile_changed', path, value });
    expect([profile('stopped', true), profile('stopped', false), profile('lang', true)]).toEqual([
      [{ change: 'stopped' }],
      [{ change: 'back' }],
      [],
    ]);
    for (const wrong of [
      { change: 'chosen' },
      { change: 'on', wish: EVERYTHING },
      { change: 'all' },
      { change: 'on', person: 'x' },
      {},
    ])
      expect(effect.params.safeParse(wrong).success).toBe(false);
    expect(CHANGES.every((change) => effect.params.safeParse({ change }).success)).toBe(true);
  });

  const subscriptions = () => world.db.collection<StoredSubscription>('update_subscriptions');
  const stored = () => subscriptions().find().toArray();
  /** Of a hundred one wants the news of Gao alone, one reads once a week, and one what is urgent; the rest want all. */
  const insertMany = async (n: number) => {
    const rest = { active: true, on: true, stopped: false, lang: 'fr', day: '2026-11-21', rev: 1 };
    const wishes = [{ region: 'gao' }, { rhythm: 'weekly' }, { rhythm: 'urgent', themes: ['charte'] }];
    const documents = Array.from({ length: n }, (_, i) => ({
      ...{ _id: new Binary(key(`many${i}`)), conversation: new Binary(Buffer.from(`${i}`)), ...rest },
      ...wishes[i % 100],
    }));
    await subscriptions().insertMany(documents as never);
  };
});

const chosen = ({ themes = [], ...wish }: Partial<Wish>): SubscriptionParams => ({
  change: 'chosen',
  wish: { rhythm: 'all', region: null, ...wish, themes: [...themes] },
});

/** As they were stored before there were themes, regions and rhythms. */
const OLD_FIELDS = ['_id', 'active', 'conversation', 'day', 'lang', 'on', 'rev', 'stopped', 'talk'];

/** Items, and who is meant by each; said once more, without the store. */
const MEANT: readonly [Parameters<typeof whomOf>[0], (wish: Wish) => boolean][] = [
  [
    { theme: 'charte', place: 'gao/ansongo' },
    ({ rhythm, themes, region }) =>
      rhythm === 'all' &&
      (themes.length === 0 || themes.includes('charte')) &&
      (region === null || region === 'gao'),
  ],
  [
    { theme: 'charte', place: 'gao', urgent: true },
    ({ themes, region }) =>
      (themes.length === 0 || themes.includes('charte')) && (region === null || region === 'gao'),
  ],
  [{ theme: 'accord', place: 'mali' }, ({ rhythm, themes }) => rhythm === 'all' && themes.length === 0],
  [{ theme: 'accord', place: 'mali', urgent: true }, ({ themes }) => themes.length === 0],
];

/** Whom, and how many documents a page of 25 may look at. */
const PLANS: readonly [Whom, number][] = [
  [{ rhythms: ['all'] }, 25],
  [{ rhythms: ['weekly'] }, 25],
  [{ rhythms: ['all', 'weekly', 'urgent'] }, 25],
  [{ rhythms: ['all'], region: 'gao' }, 25],
  [{ rhythms: ['urgent'], region: 'kayes' }, 25],
  [{ rhythms: ['all', 'weekly', 'urgent'], region: 'gao', theme: 'dialogue' }, 30],
];

interface Added {
  theme?: string | null;
  ou?: string | null;
  lang?: string;
}

const CHANGED = /updates\.(choose|subscribe|unsubscribe)/u;

interface Transcript {
  talk: { tap?: string; say?: string }[];
}

interface Plan {
  queryPlanner: { winningPlan: unknown };
  executionStats: { totalDocsExamined: number };
}
