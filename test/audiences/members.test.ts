import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mongo } from 'mongoose';
import { MEMBERS } from '../../src/capabilities/audiences/collections.ts';
import {
  audiences,
  type AudiencesCapability,
  type Audience,
} from '../../src/capabilities/audiences/index.ts';
import { Columns } from '../../src/capabilities/audiences/count/columns.ts';
import { memberKey, openReach } from '../../src/capabilities/audiences/members/member.ts';
import { wanted } from '../../src/capabilities/audiences/members/reading-store.ts';
import type { StoredMember } from '../../src/capabilities/audiences/members/stored-store.ts';
import type { EffectItem, Passage } from '../../src/conversation/ports.ts';
import type { EngineEvent } from '../../src/engine/types.ts';
import { testKeyring } from '../universe/keyring.ts';
import { pagesRooms } from './pages-rooms.ts';
import { inventedMembers, membersWorld, type MembersWorld, NOW, REGIONS, TODAY } from './members-world.ts';

const { fingerprint, sealer } = testKeyring();
const RULES = { windowed: ['whatsapp'], waiting: ['whatsapp-web'] };
const INVENTED = 400;

let world: MembersWorld;
let house: AudiencesCapability;
beforeAll(async () => {
  world = await membersWorld();
});
beforeEach(async () => {
  await world.members.deleteMany({});
  house = open(1);
});
afterAll(() => world.close());

const open = (smallest: number): AudiencesCapability =>
  audiences({
    ...pagesRooms,
    ...{ db: world.db, fingerprint, sealer, rules: RULES, smallest },
    clock: { now: () => NOW },
    nameOf: (_field, value) => value,
  });

const field = fc.oneof(
  fc.record({ field: fc.constant('lang' as const), in: fc.subarray(['fr', 'bm', 'en'], { minLength: 1 }) }),
  fc.record({
    field: fc.constant('channel' as const),
    in: fc.subarray(['telegram', 'web'], { minLength: 1 }),
  }),
  fc.record({ field: fc.constant('region' as const), in: fc.subarray(REGIONS, { minLength: 1 }) }),
  fc.record({
    field: fc.constant('cercle' as const),
    in: fc.subarray(['gao/un', 'kayes/deux'], { minLength: 1 }),
  }),
  fc.record({ field: fc.constant('sex' as const), in: fc.constantFrom(['femme'], ['homme']) }),
  fc.record({
    field: fc.constant('age' as const),
    in: fc.subarray(['15-17', '18-24', '36'], { minLength: 1 }),
  }),
  fc.record({
    field: fc.constant('group' as const),
    in: fc.constantFrom(['jeunes'], ['jeunes', 'lecteurs']),
  }),
  fc.record({
    field: fc.constant('theme' as const),
    in: fc.subarray(['accord', 'charte'], { minLength: 1 }),
  }),
  fc.record({
    field: fc.constant('answer' as const),
    in: fc.subarray(['eau:oui', 'route:oui'], { minLength: 1 }),
  }),
  fc.record({
    field: fc.constant('active' as const),
    in: fc.constantFrom(['0'], ['1'], ['30'], ['7', '90']),
  }),
);
const { expression } = fc.letrec<{ expression: Audience }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    field as fc.Arbitrary<Audience>,
    fc.record({ all: fc.array(tie('expression'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('expression'), { maxLength: 3 }) }),
    fc.record({ not: tie('expression') }),
  ),
}));
/** Not as deep, so that it has room within others. */
const joined = fc.oneof(
  field,
  fc.record({ any: fc.array(field, { maxLength: 3 }) }),
) as fc.Arbitrary<Audience>;
const scope = fc.oneof(fc.constant({}), fc.record({ regions: fc.subarray(REGIONS) }));

/** What an audience means, said once more as plainly as can be. */
function isIn(of: Audience, member: StoredMember): boolean {
  if ('all' in of) return of.all.every((each) => isIn(each, member));
  if ('any' in of) return of.any.some((each) => isIn(each, member));
  if ('not' in of) return !isIn(of.not, member);
  const among = (value: string | undefined): boolean => value !== undefined && of.in.includes(value);
  if (of.field === 'active')
    return of.in.some((days) => Date.parse(TODAY) - Date.parse(member.active) <= Number(days) * 86_400_000);
  const { themes = [], groups = [], answers = [], place } = member;
  const lists = { theme: themes, group: groups, answer: answers, cercle: [place], commune: [place] };
  const single = (): (string | undefined)[] => [
    member[of.field as 'lang' | 'channel' | 'region' | 'sex' | 'age'],
  ];
  return (of.field in lists ? lists[of.field as keyof typeof lists] : single()).some(among);
}

function whyNot({ stopped, gone, agreed, reach, channel, active }: StoredMember): string {
  if (stopped) return 'stopped';
  if (gone) return 'gone';
  if (!agreed || reach === null) return 'no_consent';
  if (channel === 'whatsapp' && active < '2026-11-21') return 'window';
  return channel === 'whatsapp-web' ? 'waits' : 'reachable';
}

const countBy = (
  all: readonly StoredMember[],
  of: (member: StoredMember) => string,
): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const each of all) sums[of(each)] = (sums[of(each)] ?? 0) + 1;
  return sums;
};

async function streamed(of: Audience, regions: { regions?: readonly string[] }): Promise<string[]> {
  const ids: string[] = [];
  for (let after: Buffer | null = null; ; ) {
    const page = await house.audiences.members(of, regions, after, 37);
    const last = page.at(-1);
    if (last === undefined) return ids;
    ids.push(...page.map(({ id }) => id.toString('hex')));
    after = last.id;
  }
}

describe('B1: counts and pages', () => {
  it('P4: any audience counts as a plain filter does, with every reason, and members() streams those who may be written to', async () => {
    const invent = inventedMembers(20261122);
    const all = Array.from({ length: INVENTED }, invent);
    await world.members.insertMany(all);
    await fc.assert(
      fc.asyncProperty(expression, scope, async (of, { regions }: { regions?: string[] }) => {
        const within = regions === undefined ? {} : { regions };
        const inScope = (member: StoredMember): boolean =>
          regions === undefined || (member.region !== undefined && regions.includes(member.region));
        const meant = all.filter((member) => isIn(of, member) && inScope(member));
        const reasons = countBy(meant, whyNot);
        const { reachable = 0, ...excluded } = reasons;
        const there = meant.filter((member) => whyNot(member) === 'reachable');
        const counts = await house.audiences.count(of, within);
        expect(counts).toMatchObject({ matched: meant.length, reachable, excluded });
        expect(Object.values(counts.excluded).reduce((sum, n) => sum + n, reachable)).toBe(meant.length);
        expect(counts.byLang).toEqual(countBy(there, ({ lang }) => lang));
        expect(counts.byChannel).toEqual(countBy(there, ({ channel }) => channel));
        expect(counts.byRegion).toEqual(countBy(there, ({ region = '' }) => region));
        const ids = meant
          .filter((member) => ['reachable', 'window', 'waits'].includes(whyNot(member)))
          .map(({ _id }) => Buffer.from(_id.value()).toString('hex'));
        expect(await streamed(of, within)).toEqual(ids.sort());
      }),
      { numRuns: 40, seed: 5 },
    );
    await house.stop();
  });

  it('NOT is everybody else, OR counts nobody twice, AND and OR say the same from inside and outside', async () => {
    await world.members.insertMany(Array.from({ length: INVENTED }, inventedMembers(31)));
    const n = async (of: Audience): Promise<number> => (await house.audiences.count(of, {})).matched;
    const everybody = await n({ all: [] });
    const five = open(5);
    await fc.assert(
      fc.asyncProperty(joined, joined, async (a, b) => {
        const [inA, inB, inBoth] = [await n(a), await n(b), await n({ all: [a, b] })];
        expect(await n({ not: a })).toBe(everybody - inA);
        expect(await n({ any: [a, b] })).toBe(inA + inB - inBoth);
        expect(await n({ not: { any: [{ not: a }, { not: b }] } })).toBe(inBoth);
        // As staff see it: rounded, and nothing of a few.
        const shown = await five.audiences.shown(a, {});
        expect(shown.matched % 10).toBe(0);
        expect(Math.abs(shown.matched - inA)).toBeLessThanOrEqual(5);
      }),
      { numRuns: 15, seed: 8 },
    );
    await Promise.all([house.stop(), five.stop()]);
  });

  it('offers the groups and answers that enough people of the scope have, and no rarer one', async () => {
    const all = Array.from({ length: INVENTED }, inventedMembers(32));
    await world.members.insertMany(all);
    await world.members.updateMany({ region: 'gao' }, { $set: { groups: ['radio-gao'] } });
    await world.members.updateOne({ region: 'kayes' }, { $set: { groups: ['seule'] } });
    const five = open(5);
    const { groups, answers } = await five.audiences.met({});
    expect(groups).toEqual(['jeunes', 'lecteurs', 'radio-gao']);
    expect(answers).toEqual(['eau:non', 'eau:oui', 'route:oui']);
    expect((await five.audiences.met({ regions: ['gao'] })).groups).toEqual(['radio-gao']);
    expect((await five.audiences.met({ regions: [] })).groups).toEqual([]);
    expect((await house.audiences.met({})).groups).toContain('seule');
    await Promise.all([house.stop(), five.stop()]);
  });

  it('follows what is written while the columns are held, and lets them go', async () => {
    const invent = inventedMembers(7);
    const all = Array.from({ length: 50 }, invent);
    await world.members.insertMany(all);
    const everybody = { all: [] };
    expect((await house.audiences.count(everybody, {})).matched).toBe(50);
    const extra = Array.from({ length: 500 }, invent);
    await world.members.insertMany(extra);
    await world.members.updateMany({}, { $set: { stopped: true, writable: false } });
    await world.members.deleteMany({ _id: { $in: [all[0]!._id, extra[0]!._id] } });
    await world.members.insertOne({ ...all[0]!, stopped: false });
    const counts = await house.audiences.count(everybody, {});
    expect([counts.matched, counts.excluded.stopped]).toEqual([549, 548]);
    await house.stop();
    expect((await house.audiences.count(everybody, {})).matched).toBe(549);
    await house.stop();
  });

  it('counts each once who comes while nobody was there', async () => {
    const [one, other] = Array.from({ length: 2 }, inventedMembers(9));
    expect((await house.audiences.count({ all: [] }, {})).matched).toBe(0);
    await world.members.insertMany([one!, other!]);
    await world.members.updateOne({ _id: one!._id }, { $set: { lang: 'bm' } });
    expect((await house.audiences.count({ all: [] }, {})).matched).toBe(2);
    await world.members.deleteOne({ _id: one!._id });
    expect((await house.audiences.count({ all: [] }, {})).matched).toBe(1);
    await house.stop();
  });

  it('columns grow with those who come while they are held', () => {
    const columns = new Columns(1);
    const row = {
      lang: 'fr',
      channel: 'web',
      active: TODAY,
      agreed: true,
      stopped: false,
      gone: false,
      reached: true,
    };
    const idOf = (n: number): Buffer => Buffer.from(`${n}`.padStart(16, '0'));
    columns.put({ ...row, id: idOf(0) });
    columns.loaded();
    for (let n = 9999; n > 0; n -= 1) columns.put({ ...row, id: idOf(n), lang: n % 2 === 0 ? 'fr' : 'bm' });
    columns.put({ ...row, id: idOf(7), lang: 'en' });
    expect(columns.size).toBe(10_000);
    const { codes, numbers } = columns.of.lang;
    expect([codes.words, [...numbers.subarray(0, 3)]]).toEqual([
      ['fr', 'bm', 'en'],
      [0, 1, 0],
    ]);
    expect(columns.bytes / columns.flags.length).toBe(35);
  });

  it('P3: a page is read by an index that goes on with the ids: no scan of the collection, no sort', async () => {
    await world.members.insertMany(Array.from({ length: 300 }, inventedMembers(3)));
    for (const each of [
      { all: [] },
      { field: 'region', in: ['gao', 'kidal'] },
      { not: { field: 'sex', in: ['homme'] } },
    ] satisfies Audience[]) {
      const { filter, hint } = wanted({ of: each, scope: {}, today: TODAY }, Buffer.alloc(16, 60));
      const plan = await world.members
        .find(filter, { sort: { _id: 1 }, limit: 10, hint })
        .explain('queryPlanner');
      expect(JSON.stringify(plan)).toContain(`"indexName":"${hint}"`);
      expect(JSON.stringify(plan)).not.toMatch(/"stage":"(SORT|COLLSCAN)"/u);
    }
  });

  it('an audience of fewer than the smallest is nobody: no member of it is named', async () => {
    const invent = inventedMembers(11);
    const reach = new mongo.Binary(Buffer.alloc(60, 7));
    const here = { channel: 'web', lang: 'fr', writable: true, reach };
    const some = Array.from({ length: 5 }, () => ({ ...invent(), ...here }));
    await world.members.insertMany(some.slice(0, 4));
    const careful = open(5);
    const french: Audience = { field: 'lang', in: ['fr'] };
    expect(await careful.audiences.members(french, {}, null, 3)).toEqual([]);
    await world.members.insertOne(some[4]!);
    expect(await careful.audiences.members(french, {}, null, 3)).toHaveLength(3);
  });

  it('refuses what is too deep, too long, or no value', async () => {
    const deep = (levels: number): Audience =>
      levels === 0 ? { field: 'lang', in: ['fr'] } : { not: deep(levels - 1) };
    const many: Audience = { any: Array.from({ length: 41 }, () => ({ field: 'lang', in: ['fr'] })) };
    for (const wrong of [
      deep(6),
      many,
      { field: 'active', in: ['hier'] },
      { field: 'lang', in: [{ $ne: 1 }] },
    ])
      await expect(house.audiences.count(wrong as Audience, {})).rejects.toThrow();
    expect(await house.audiences.count(deep(5), {})).toMatchObject({ matched: 0 });
    await house.stop();
  });
});

describe('B1: what the house learns of a member', () => {
  const agreed = { agreed: true, stopped: false, away: false, wrote: true, consents: { base: 1 } };
  const told = { ...agreed, consents: { base: 1, profil: 1 } };
  const say = (all: Record<string, string>): EngineEvent[] =>
    Object.entries(all).map(([what, value]) => ({
      kind: 'asked_for',
      effect: 'audience.say',
      params: { what, value },
    }));
  let rev = 0;
  const turn = async (
    standing: Passage['standing'] | undefined,
    events: EngineEvent[] = [],
    {
      person = 'p1',
      conversation = 'telegram-talk',
      channel = 'telegram',
      day = TODAY,
      at = (rev +=
        1),
    } = {},
  ): Promise<void> => {
    const [kind] = house.effects;
    if (kind === undefined) throw new Error('no effect');
    const place = { session: null, lang: 'fr' };
    const passage = { now: NOW, before: place, after: place, walk: [], events };
    const ordered = kind.fromTurn?.({ ...passage, ...(standing === undefined ? {} : { standing }) }) ?? [];
    const context = { person, conversation, channel, address: 'a', lang: 'fr', day };
    const items = ordered.map(
      (params): EffectItem => ({
        ...{ id: Buffer.alloc(16, at), rev: at, context, params: kind.params.parse(params) },
      }),
    );
    await kind.apply(items);
  };
  const found = (person = 'p1') => world.members.findOne({ _id: new mongo.Binary(id(person)) });
  const id = (person: string) => memberKey(fingerprint, person);

  it('a turn that changes nothing costs nothing; who has not agreed is not kept', async () => {
    await turn(undefined);
    await turn({ ...agreed, agreed: false });
    expect(await world.members.countDocuments()).toBe(0);
    await turn(agreed);
    expect(await found()).toMatchObject({ writable: true, channel: 'telegram', active: TODAY });
  });

  it('stop, gone and back; away in one talk is not gone in another; what is older changes nothing', async () => {
    await turn(agreed);
    await turn({ ...agreed, stopped: true }, [], { at: 900 });
    await turn(agreed, [], { at: 899 });
    expect(await found()).toMatchObject({ stopped: true, writable: false });
    await turn(agreed, [], { at: 901 });
    await turn({ ...agreed, wrote: false, away: true }, [], { conversation: 'web-talk', at: 5 });
    expect(await found()).toMatchObject({ gone: false, writable: true });
    await turn({ ...agreed, wrote: false, away: true }, [], { at: 902 });
    expect(await found()).toMatchObject({ gone: true, writable: false });
    await turn(agreed, [], { conversation: 'web-talk', channel: 'web', at: 6 });
    const member = await found();
    expect(member).toMatchObject({ gone: false, channel: 'web' });
    expect(openReach(sealer, id('p1'), member!.reach!.value())).toBe('web-talk');
  });

  it('T8: what somebody says of themselves is kept under its own consent, and goes with it', async () => {
    const mine = { place: 'gao/ansongo', sex: 'femme' };
    const note: EngineEvent = {
      kind: 'asked_for',
      effect: 'audience.note',
      params: { question: 'eau', answer: 'oui' },
    };
    await turn(agreed, [...say(mine), note]);
    expect(await found()).not.toHaveProperty('place');
    expect(await found()).not.toHaveProperty('answers');
    await turn(told, [...say(mine), note]);
    expect(await found()).toMatchObject({
      region: 'gao',
      place: 'gao/ansongo',
      sex: 'femme',
      answers: ['eau:oui'],
    });
    await turn(undefined, [{ ...note, params: { question: 'eau', answer: 'non' } }]);
    expect(await found()).toMatchObject({ answers: ['eau:non'] });
    await turn(undefined, [...say({ age: '18-24' })]);
    const changed = await found();
    expect(changed).toMatchObject({ region: 'gao', sex: 'femme', age: '18-24' });
    await turn(agreed);
    for (const gone of ['told', 'region', 'place', 'sex', 'age', 'answers'])
      expect(await found()).not.toHaveProperty(gone);
  });

  it('takes nothing that is no slug: no words, no operators', async () => {
    await turn(told, [
      ...say({ place: 'Gao', sex: 'femmes' }),
      { kind: 'asked_for', effect: 'audience.note', params: { question: 'eau', answer: '$where: 1' } },
    ]);
    expect(await found()).not.toHaveProperty('sex');
    expect(await found()).not.toHaveProperty('answers');
  });

  it('themes of the news and groups follow what flows order', async () => {
    const asks = (effect: string, params = {}): EngineEvent => ({ kind: 'asked_for', effect, params });
    await turn(agreed, [
      asks('updates.subscribe'),
      { kind: 'profile_changed', path: 'groups.jeunes', value: true },
    ]);
    expect((await found())!.themes).toHaveLength(7);
    expect((await found())!.groups).toEqual(['jeunes']);
    await turn(undefined, [asks('updates.choose', { rythme: 'all', themes: 'charte', region: '' })]);
    expect((await found())!.themes).toEqual(['charte']);
    await turn(undefined, [
      asks('updates.unsubscribe'),
      { kind: 'profile_changed', path: 'groups.jeunes', value: null },
    ]);
    const member = await found();
    expect(member).not.toHaveProperty('themes');
    expect(member!.groups).toEqual([]);
  });

  it('T4, C6: erased with the person; two are one, and part again with their talk', async () => {
    await turn(told, [...say({ place: 'kayes', sex: 'homme' })], {
      person: 'guest',
      conversation: 'g',
      day: '2026-11-20',
    });
    await turn({ ...agreed, stopped: true }, [], { person: 'host', conversation: 'h' });
    for (let twice = 0; twice < 2; twice += 1) await house.owned.unite('guest', 'host');
    expect(await found('guest')).toBeNull();
    expect(await found('host')).toMatchObject({ stopped: true, writable: false, region: 'kayes' });
    await turn(told, [], { person: 'host', conversation: 'h' });
    for (let twice = 0; twice < 2; twice += 1)
      await house.owned.part({ from: 'host', to: 'alone', conversation: 'h' });
    expect(await found('host')).toMatchObject({ reach: null, writable: false, region: 'kayes' });
    const alone = await found('alone');
    expect(alone).toMatchObject({ writable: true });
    expect(alone).not.toHaveProperty('region');
    expect(openReach(sealer, id('alone'), alone!.reach!.value())).toBe('h');
    expect(await house.kept('host')).toEqual({ profile: 1 });
    expect([await house.eraseFor('host'), await house.eraseFor('host')]).toEqual([1, 0]);
  });

  it('T1, T6: neither person nor talk stands in it in clear, no time, and no order of insertion', async () => {
    const whose = { person: 'person-of-the-talk', conversation: 'telegram-talk' };
    await turn(told, [...say({ place: 'gao', sex: 'femme', age: '36' })], whose);
    const [only] = await world.db.collection(MEMBERS).find({}, { raw: true }).toArray();
    const bytes = Buffer.from(only as unknown as Uint8Array).toString('latin1');
    for (const secret of Object.values(whose)) expect(bytes).not.toContain(secret);
    expect(bytes).not.toMatch(/T\d\d:\d\d/u);
    const [made] = await world.db.listCollections({ name: MEMBERS }).toArray();
    expect(made).toMatchObject({ options: { clusteredIndex: expect.anything() } });
  });
});
